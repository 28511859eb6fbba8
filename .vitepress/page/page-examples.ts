import type { Run } from '../theme/runs.ts'
import type { ExampleOutline } from '../theme/example.ts'
import type { PackedCode, PageExamples } from '../theme/example-code.ts'

/** An example with its highlighted code. */
export interface Example extends Pick<ExampleOutline, 'samples' | 'starts' | 'subject'> {
  languages: { id: string, label: string, tabs: { label: string, runs: Run[] }[] }[]
  /** Whether the page has its first code without colours. */
  isPlain?: boolean
}

/** The part of a render environment that collects the examples of a page. */
export interface ExampleEnv {
  examples?: Example[]
  /** The event of a notification's page. */
  event?: string
}

/**
 * Packs the code of a page's examples.
 * @param blocks other code that is not on the page, or without colours
 */
export function packExamples(examples: Example[], blocks: Run[][] = []): PageExamples {
  const styles = new Map<string, number>()
  const packed = examples.map(({ languages }) => Object.fromEntries(
    languages.map(({ id, tabs }) => [id, tabs.map(({ runs }) => pack(runs, styles))]),
  ))
  const late = blocks.map(runs => pack(runs, styles))
  return { styles: [...styles.keys()], examples: packed, ...late.length && { blocks: late } }
}

function pack(runs: Run[], styles: Map<string, number>): PackedCode {
  return {
    text: runs.map(([text]) => text).join(''),
    runs: runs.flatMap(([text, style]) => [text.length, indexOf(styles, style)]),
  }
}

function indexOf(styles: Map<string, number>, style: string | undefined): number {
  if (style === undefined) return -1
  const index = styles.get(style) ?? styles.size
  styles.set(style, index)
  return index
}
