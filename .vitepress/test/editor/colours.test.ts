import { compileFolder, snippets, type CompiledFolder } from '@wxpay-live/compiler'
import { highlightTree } from '@lezer/highlight'
import { beforeAll, describe, expect, it } from 'vitest'
import { colours } from '../../editor/colours.ts'
import { language as php } from '../../editor/grammar-php.ts'
import { language as typescript } from '../../editor/grammar-typescript.ts'
import { createHighlight, type Highlight } from '../../markdown/highlight.ts'

const languages = { typescript, php }

type Editable = keyof typeof languages

const isEditable = (id: string): id is Editable => id in languages

/** The style of each class, such as `--shiki-light:#032563;--shiki-dark:#A5D6FF`, in the order of the style sheet. */
const styles = (colours.module?.getRules() ?? '').split('\n').flatMap((rule) => {
  const [, name, style] = /^\.(\S+) \{(.*)\}$/.exec(rule) ?? []
  return name && style ? [[name, style.replace(/;$/, '').replace(/: /g, ':').replace(/; ?/g, ';')] as const] : []
})

/** Of several classes, the later rule wins. */
const styleOf = (names: string) => styles.findLast(([name]) => names.split(' ').includes(name))?.[1]

/** The style of each character, white space left out. */
function inEditor(code: string, language: Editable): (string | undefined)[] {
  const found = new Array<string | undefined>(code.length).fill(undefined)
  const { parser } = languages[language]
  highlightTree(parser.parse(code), colours, (from, to, name) => found.fill(styleOf(name), from, to))
  return found.filter((_, index) => code[index]?.trim())
}

function onPage(code: string, language: Editable, highlight: Highlight): (string | undefined)[] {
  const plain = highlight('a', 'typescript')[0]?.[1]
  return highlight(code, language).flatMap(([text, style]) =>
    text.replace(/\s/g, '').split('').map(() => style === plain ? undefined : style))
}

describe('colours', () => {
  let highlight: Highlight
  let compiled: CompiledFolder['compiled']
  beforeAll(async () => {
    const [created, folder] = await Promise.all([createHighlight(), compileFolder('docs')])
    highlight = created
    compiled = folder.compiled
  })

  /** The share of characters that change their colour when the editor takes over. */
  function different(codes: { code: string, language: Editable }[]): number {
    const same = codes.flatMap(({ code, language }) => {
      const page = onPage(code, language, highlight)
      return inEditor(code, language).map((style, at) => style === page[at])
    })
    expect(same.length).toBeGreaterThan(10_000)
    return same.filter(is => !is).length / same.length
  }

  it('are those of the page in 998 of 1,000 characters of the operations', () => {
    const codes = compiled.flatMap(({ operations }) => operations).flatMap(operation => (
      snippets(operation).flatMap(({ id, tabs: [tab] }) => (
        tab && isEditable(id) ? [{ code: tab.code, language: id }] : []
      ))
    ))
    expect(different(codes)).toBeLessThan(0.002)
  })

  it('are those of the page in 99 of 100 characters of the programs', () => {
    const programs = compiled.flatMap(({ programs }) => programs)
    expect(different(programs)).toBeLessThan(0.01)
  })
})
