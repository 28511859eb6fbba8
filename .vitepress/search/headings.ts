import type { MarkdownEnv, MarkdownRenderer } from 'vitepress'
import type { Section } from './section.ts'

/** Returns one section per heading, found by the first paragraph below it and by all inline code. */
export function headingsOf(source: string, env: MarkdownEnv, md: MarkdownRenderer): Section[] {
  const tokens = md.parse(source, env)
  const sections: Section[] = []
  for (const [index, { type, children }] of tokens.entries()) {
    if (type !== 'inline') continue
    const [page] = sections
    const section = sections.at(-1)
    const heading = tokens[index - 1]
    const isWanted = heading?.type === 'heading_open' || !section?.others.length ? /^(?:text|code_inline)$/ : /^code_inline$/
    const texts = (children ?? []).filter(child => isWanted.test(child.type)).map(({ content }) => content)
    if (heading?.type !== 'heading_open') section?.others.push(...texts)
    else {
      const titles = [...page ? page.titles : [], texts.join('').trim()]
      sections.push({ anchor: page ? heading.attrGet('id') ?? '' : '', titles, others: [] })
    }
  }
  return sections
}
