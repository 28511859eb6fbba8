import type { DefaultTheme, MarkdownEnv, MarkdownRenderer } from 'vitepress'
import { sectionsOf } from './sections.ts'
import { tokenize } from './tokenize.ts'

/**
 * Reads a field from the text of a section. VitePress serializes this function for the browser, so it must not use
 * anything outside itself.
 */
function extractField(section: { text: string, [field: string]: unknown }, field: string): unknown {
  const line = ['identifiers', 'names', 'others'].indexOf(field)
  return line < 0 ? section[field] : section.text.split('\n')[line] ?? ''
}

/** Renders the sections of a page for the index. VitePress allows one text per section, so each field is a line of it. */
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
    // Ranks the overview of a product above its operations.
    boostDocument: (id: string) => /\/product\/[^#]+$/.test(id) ? 2 : 1,
  },
  _splitIntoSections: (_path: string, rendered: string) => JSON.parse(rendered),
} as const

/** Local search with Chinese texts. */
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
