import type { CompiledFolder, Program } from '@wxpay-live/compiler'
import type { Example } from '../page/page-examples.ts'
import type { Highlight } from './highlight.ts'

/** A program that a program of the reader's own can start from. */
export interface Start extends Pick<Program, 'language' | 'code'> {
  label: string
}

/** Finds the programs of the overviews, in the order of the products. */
export function startsOf({ pages, compiled }: Pick<CompiledFolder, 'pages' | 'compiled'>): Start[] {
  const overviews = pages.flatMap(({ page, frontmatter: { product, order } }, index) => (
    page.startsWith('product/') ? [{ name: String(product), order: Number(order), programs: compiled[index]!.programs }] : []
  ))
  return overviews.toSorted((a, b) => a.order - b.order).flatMap(({ name, programs }) => (
    [...Map.groupBy(programs, ({ language }) => language).values()].flatMap(versions => (
      versions.map(({ language, code }, index) => (
        { language, code, label: versions.length > 1 ? `${name} ${index + 1}` : name }
      ))
    ))
  ))
}

/** Turns a program into one that can start from others too, each in its language. */
export function withStarts(program: Example, starts: Start[], highlight: Highlight): Example {
  return {
    ...program,
    starts: true,
    languages: program.languages.map(language => ({
      ...language,
      tabs: [
        ...language.tabs.map(tab => ({ ...tab, label: '空白程序' })),
        ...starts.filter(start => start.language === language.id)
          .map(({ label, code }) => ({ label, runs: highlight(code, language.id) })),
      ],
    })),
  }
}
