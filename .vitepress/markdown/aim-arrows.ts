interface Box { left: number, top: number, right: number, bottom: number }
type Point = [number, number]

const rounded = /<rect x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)" rx="6"/g

/**
 * Ends each arrow at the border of its target box. If two arrows lead to one box, the library bends them inside the box,
 * which then hides their heads.
 */
export function aimArrows(svg: string): string {
  const boxes = Array.from(svg.matchAll(rounded), ([, ...numbers]) => {
    const [left = 0, top = 0, width = 0, height = 0] = numbers.map(Number)
    return { left, top, right: left + width, bottom: top + height }
  })
  return svg.replace(/<polyline points="([^"]*)"/g, (polyline, points: string) => {
    const path = points.split(' ').map(toPoint)
    const bend = path.at(-2)!
    const box = boxes.find(candidate => contains(candidate, bend))
    return box ? `<polyline points="${stopAt(box, path).join(' ')}"` : polyline
  })
}

function toPoint(text: string): Point {
  const [x = 0, y = 0] = text.split(',').map(Number)
  return [x, y]
}

const contains = ({ left, top, right, bottom }: Box, [x, y]: Point) =>
  x > left && x < right && y > top && y < bottom

/** Replaces the last bend with a straight line from the previous point to the border. */
function stopAt(box: Box, path: Point[]): Point[] {
  const kept = path.slice(0, -2)
  const [fromX, fromY] = kept.at(-1)!
  const [x, y] = path.at(-2)!
  const end: Point = fromX === x
    ? [x, fromY < y ? box.top : box.bottom]
    : [fromX < x ? box.left : box.right, y]
  return [...kept, end]
}
