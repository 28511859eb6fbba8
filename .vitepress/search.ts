import type { DefaultTheme } from 'vitepress'

/**
 * Splits text for the index and for queries alike: a run of Chinese into pairs of characters, everything else into words,
 * with names such as `out_trade_no` whole and in parts. VitePress sends it to the browser as text, so it stands alone.
 */
function tokenize(text: string): string[] {
  const words = text.toLowerCase().match(/\p{Script=Han}+|[a-z0-9][a-z0-9_]*/gu) ?? []
  return words.flatMap((word) => {
    if (/^[a-z0-9_]+$/.test(word)) return word.includes('_') ? [word, ...word.split('_').filter(Boolean)] : [word]
    const pairs = Array.from(word.slice(1), (character, index) => word[index] + character)
    return pairs.length > 0 ? pairs : [word]
  })
}

/** The search of the site, in Chinese. */
export const search = {
  provider: 'local',
  options: {
    miniSearch: {
      options: { tokenize },
      searchOptions: { prefix: true, fuzzy: false, combineWith: 'AND', boost: { title: 4, titles: 1, text: 1 } },
    },
    translations: {
      button: { buttonText: '搜索', buttonAriaLabel: '搜索' },
      modal: {
        displayDetails: '显示详情',
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
