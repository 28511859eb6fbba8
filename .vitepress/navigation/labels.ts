import type { DefaultTheme } from 'vitepress'

/** Chinese texts of VitePress's own controls. */
export const labels = {
  outline: { label: '本页目录', level: [2, 3] },
  lastUpdated: { text: '最后更新' },
  docFooter: { prev: '上一页', next: '下一页' },
  sidebarMenuLabel: '菜单',
  returnToTopLabel: '回到顶部',
  darkModeSwitchLabel: '外观',
  lightModeSwitchTitle: '切换到浅色',
  darkModeSwitchTitle: '切换到深色',
  skipToContentLabel: '跳到正文',
  mobileMenuLabel: '菜单',
  navMenuLabel: '主导航',
} satisfies DefaultTheme.Config
