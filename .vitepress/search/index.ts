import type { DefaultTheme, MarkdownEnv, MarkdownRenderer } from 'vitepress'
import { sectionsOf } from './sections.ts'
import { tokenize } from './tokenize.ts'

/** Reads a field out of a section's text. VitePress sends it to the browser as text, so it stands alone. */
function extractField(section: { text: string, [field: string]: unknown }, field: string): unknown {
  const line = ['identifiers', 'names', 'others'].indexOf(field)
  return line < 0 ? section[field] : section.text.split('\n')[line] ?? ''
}

/** What VitePress indexes of a page, in place of its HTML: a section may have a text only, so its fields are lines. */
function render(source: string, env: MarkdownEnv, md: MarkdownRenderer): string {
  const toLine = (words: string[]) => words.join(' ').replace(/\s+/g, ' ')
  return JSON.stringify(sectionsOf(source, env, md).map(({ anchor, titles, ...fields }) => ({
    anchor,
    titles: titles.map(title => md.utils.escapeHtml(title)),
    text: [fields.identifiers, fields.names, fields.others].map((words = []) => toLine(words)).join('\n'),
  })))
}

const miniSearch = {
  options: { fields: ['title', 'titles', 'identifiers', 'names', 'others'], extractField, tokenize },
  searchOptions: {
    prefix: true,
    fuzzy: false,
    combineWith: 'AND',
    boost: { title: 8, titles: 1, identifiers: 6, names: 3, others: 1 },
    // The overview of a product comes before its operations.
    boostDocument: (id: string) => /\/product\/[^#]+$/.test(id) ? 2 : 1,
  },
  _splitIntoSections: (_path: string, rendered: string) => JSON.parse(rendered),
} as const

/** The search of the site, in Chinese. */
export const search = {
  provider: 'local',
  options: {
    _render: render,
    miniSearch,
    detailedView: false,
    translations: {
      button: { buttonText: '搜索', buttonAriaLabel: '搜索' },
      modal: {
        resetButtonTitle: '清空',
        backButtonTitle: '关闭',
        noResultsText: '没有找到',
        footer: {
          selectText: '打开',
          selectKeyAriaLabel: '回车',
          navigateText: '移动',
          navigateUpKeyAriaLabel: '向上',
          navigateDownKeyAriaLabel: '向下',
          closeText: '关闭',
          closeKeyAriaLabel: 'Esc',
        },
      },
    },
  },
} satisfies DefaultTheme.Config['search']
