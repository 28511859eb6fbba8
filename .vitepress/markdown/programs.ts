import { type Program, readPrograms } from '@wxpay-live/compiler'
import type { MarkdownRenderer } from 'vitepress'
import type { Example, ExampleEnv } from '../page/page-examples.ts'
import { exampleToken } from './examples.ts'
import type { Highlight } from './highlight.ts'
import { type Start, withStarts } from './starts.ts'

const labels = { typescript: 'TypeScript', php: 'PHP' }

/** Returns a program as the page shows it: a single tab in each of its languages. */
export function programOf(versions: Pick<Program, 'language' | 'code'>[], highlight: Highlight): Example {
  return {
    samples: {},
    languages: versions.map(({ language: id, code }) => {
      const label = labels[id]
      return { id, label, tabs: [{ label: `${label} 程序`, runs: highlight(code, id) }] }
    }),
  }
}

/**
 * Replaces each program with a runnable editor; fences that follow each other are one program in several languages.
 *
 * @param starts programs that those of the page `playground.md` can start from
 */
export function programsPlugin(md: MarkdownRenderer, highlight: Highlight, starts: Start[] = []): void {
  md.core.ruler.push('programs', (state) => {
    const isPlayground = state.env.relativePath === 'playground.md'
    const { event }: ExampleEnv = state.env
    const exampleFor = (versions: Versions, position: number) => {
      const program = programOf(versions, highlight)
      if (event !== undefined && position === 0) return { ...program, subject: event }
      return isPlayground ? withStarts(program, starts, highlight) : program
    }
    const replaced = new Map(programsOf(readPrograms(state.tokens)).flatMap(([first, ...rest], position) => [
      [first.index, exampleToken(state, exampleFor([first, ...rest], position))] as const,
      ...rest.map(({ index }) => [index, undefined] as const),
    ]))
    state.tokens = state.tokens.flatMap((token, index) =>
      replaced.has(index) ? replaced.get(index) ?? [] : token)
  })
}

type Versions = [Program, ...Program[]]

/** Groups fences in different languages that follow each other. */
function programsOf(programs: Program[]): Versions[] {
  return programs.reduce<Versions[]>((groups, program) => {
    const group = groups.at(-1)
    const isVersion = group?.at(-1)?.index === program.index - 1
      && group.every(({ language }) => language !== program.language)
    if (isVersion) group.push(program)
    else groups.push([program])
    return groups
  }, [])
}
