declare module '@siteData' {
  import type { DefaultTheme } from 'vitepress/theme'

  /** The site's data as VitePress sends it to every page. */
  const site: { themeConfig: { nav: DefaultTheme.NavItem[], sidebar: DefaultTheme.SidebarMulti } }
  export default site
}
