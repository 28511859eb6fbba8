const most = 8
const step = 1.5

/**
 * Shows the drawing of a box in the whole window until the reader closes it. It moves there: a copy would have the same ids.
 * It begins as large as the window, `+` and `-` or the buttons change that, and it scrolls and pinches like a page.
 */
export function openDiagram(scroller: HTMLElement): void {
  const drawing = scroller.querySelector('svg')
  if (!drawing) return
  const title = drawing.getAttribute('aria-label') ?? ''
  const { height } = scroller.getBoundingClientRect()
  const dialog = Object.assign(document.createElement('dialog'), { className: 'diagram-dialog', ariaLabel: title })
  const view = Object.assign(document.createElement('div'), { className: 'diagram-scroller', tabIndex: 0 })
  let zoom = 1

  function zoomTo(next: number): void {
    const before = zoom
    zoom = Math.min(most, Math.max(1, next))
    const factor = zoom / before
    // What is in the middle stays there.
    const [x, y] = [view.scrollLeft + view.clientWidth / 2, view.scrollTop + view.clientHeight / 2]
    dialog.style.setProperty('--zoom', String(zoom))
    view.scrollTo(x * factor - view.clientWidth / 2, y * factor - view.clientHeight / 2)
    smaller.disabled = zoom === 1
    larger.disabled = zoom === most
  }

  const smaller = button('－', '缩小', () => zoomTo(zoom / step))
  const larger = button('＋', '放大', () => zoomTo(zoom * step))
  const close = button('关闭', '关闭', () => dialog.close())
  const bar = Object.assign(document.createElement('div'), { className: 'diagram-bar' })
  bar.append(Object.assign(document.createElement('h2'), { textContent: title }), smaller, larger, close)
  dialog.append(bar, view)
  dialog.addEventListener('keydown', ({ key }) => {
    if (key === '+' || key === '=') zoomTo(zoom * step)
    if (key === '-') zoomTo(zoom / step)
  })
  dialog.addEventListener('close', () => {
    scroller.append(drawing)
    scroller.style.minHeight = ''
    dialog.remove()
  })
  dialog.style.setProperty('--ratio', String(drawing.viewBox.baseVal.width / drawing.viewBox.baseVal.height))
  // The page keeps its height while the drawing is away.
  scroller.style.minHeight = `${height}px`
  view.append(drawing)
  document.body.append(dialog)
  dialog.showModal()
  zoomTo(1)
  view.focus()
}

function button(text: string, label: string, onClick: () => void): HTMLButtonElement {
  const created = Object.assign(document.createElement('button'), { type: 'button', className: 'plain-button', textContent: text, ariaLabel: label })
  created.addEventListener('click', onClick)
  return created
}
