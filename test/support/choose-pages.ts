import { createHash } from 'node:crypto'
import type { PageFeatures } from './page-features.ts'

/** A page that was chosen, and the reason. */
export interface ChosenPage {
  file: string
  because: string
}

/**
 * Chooses pages that stand for all: the page with the most of each size, then a page of each kind, then the longest page
 * of each product that has none yet, then pages by chance. The same pages and seed give the same choice.
 */
export function choosePages(pages: PageFeatures[], count: number, seed: string): ChosenPage[] {
  const chosen = new Map<string, string>()
  const longestFirst = pages.toSorted((a, b) => b.sizes.rows - a.sizes.rows)

  for (const size of Object.keys(pages[0]?.sizes ?? {}) as (keyof PageFeatures['sizes'])[]) {
    const [most] = pages.toSorted((a, b) => b.sizes[size] - a.sizes[size])
    if (most?.sizes[size]) choose(most, `most ${size}`)
  }
  cover('kind', pages, ({ kinds }) => kinds)
  cover('product', longestFirst, ({ product }) => product ? [product] : [])
  for (const page of shuffle(pages, seed)) choose(page, `seed ${seed}`)
  return Array.from(chosen, ([file, because]) => ({ file, because }))

  function choose({ file }: PageFeatures, because: string): void {
    if (chosen.size < count && !chosen.has(file)) chosen.set(file, because)
  }

  /** Chooses the first page of each value that no chosen page has. */
  function cover(what: string, candidates: PageFeatures[], valuesOf: (page: PageFeatures) => string[]): void {
    const covered = new Set(pages.filter(({ file }) => chosen.has(file)).flatMap(valuesOf))
    for (const page of candidates) {
      const added = valuesOf(page).filter(value => !covered.has(value))
      if (!added.length) continue
      choose(page, `${what} ${added[0]}`)
      for (const value of valuesOf(page)) covered.add(value)
    }
  }
}

/** An order that depends on names and seed only: another page moves none of the others. */
function shuffle(pages: PageFeatures[], seed: string): PageFeatures[] {
  const rank = ({ file }: PageFeatures) => createHash('sha256').update(`${seed} ${file}`).digest('hex')
  return pages.map(page => ({ page, rank: rank(page) }))
    .sort((a, b) => a.rank < b.rank ? -1 : 1)
    .map(({ page }) => page)
}

/** One line on how many pages were chosen for which reason. */
export function summarize(chosen: ChosenPage[], all: number): string {
  const reasons = Map.groupBy(chosen, ({ because }) => because.split(' ')[0] ?? '')
  const counts = Array.from(reasons, ([reason, pages]) => `${pages.length} by ${reason}`)
  return `${chosen.length} of ${all} pages: ${counts.join(', ')}`
}
