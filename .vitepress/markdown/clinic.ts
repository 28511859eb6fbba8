import { closeOf, findErrorTables } from '@wxpay-live/compiler'
import type { MarkdownRenderer } from 'vitepress'
import type Token from 'markdown-it/lib/token.mjs'
import { clinicAttribute } from '../page/body-part.ts'
import { htmlBlock } from './html-block.ts'

/** Fills `<SignatureClinic />` with the element of the clinic, and links to it from the rows of SIGN_ERROR. */
export function clinicPlugin(md: MarkdownRenderer): void {
  md.core.ruler.push('clinic', (state) => {
    const { tokens, env, inlineMode } = state
    if (inlineMode) return
    for (const [index, { content }] of tokens.entries()) {
      if (content.trim() === '<SignatureClinic />') tokens[index] = htmlBlock(state, `<div ${clinicAttribute}></div>\n`)
    }
    for (const cell of remediesOf(tokens, 'SIGN_ERROR')) {
      // Rows that another rule parsed have it already.
      if (cell.children?.some(isLink)) continue
      const [link] = md.parseInline(`${cell.content ? '；' : ''}粘贴到[验签诊所](/clinic)找原因`, env)
      cell.children?.push(...link?.children ?? [])
    }
  })
}

const isLink = (token: Token) => token.attrGet('href')?.startsWith('/clinic')

/** The last cells of the rows of a code in the error tables. */
function remediesOf(tokens: Token[], code: string): Token[] {
  return findErrorTables(tokens).flatMap((start) => {
    const table = tokens.slice(start, closeOf(tokens, start))
    const cells = table.filter(({ type }) => type === 'inline')
    const names = cells.findIndex(({ content }) => content === '错误码')
    const columns = table.filter(({ type }) => type === 'th_open').length
    return cells.flatMap(({ content }, index) =>
      index % columns === names && content.replaceAll('`', '') === code ? cells[index - names + columns - 1] ?? [] : [])
  })
}
