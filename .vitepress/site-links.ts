import type { DefaultTheme, HeadConfig } from 'vitepress'

/** Where the site and its source are; what is unknown is left out of the pages. */
export interface SiteLinks {
  /** Address of the repository on the web, such as `https://github.com/owner/name`. */
  repository: string | undefined
  /** Address of the built site with its base, ending in a slash. */
  site: string | undefined
}

/**
 * Reads the addresses.
 *
 * @param manifest the root `package.json`
 * @param siteUrl the variable `SITE_URL`
 */
export function readSiteLinks(
  manifest: { repository?: string | { url: string } }, siteUrl: string | undefined,
): SiteLinks {
  const { repository } = manifest
  const written = typeof repository === 'string' ? repository : repository?.url
  const address = written?.replace(/^git\+/, '').replace(/^github:/, 'https://github.com/')
    .replace(/^git@([^:]+):/, 'https://$1/').replace(/^(?:git|ssh):\/\/(?:git@)?/, 'https://').replace(/\.git$/, '')
  return {
    repository: address && /^https?:/.test(address) ? address : undefined,
    site: siteUrl ? siteUrl.replace(/\/*$/, '/') : undefined,
  }
}

/** The parts of the theme that lead to the repository. */
export function repositoryLinks({ repository }: SiteLinks): DefaultTheme.Config {
  if (!repository) return {}
  return {
    socialLinks: repository.includes('github.com') ? [{ icon: 'github', link: repository, ariaLabel: '源代码' }] : [],
    editLink: { pattern: `${repository}/edit/main/docs/:path`, text: '修改这一页' },
  }
}

/** The picture that previews of links show, of 1,200 by 630 pixels, in the public folder of the pages. */
export const ogPicture = 'og.png'

/** The address of a page of a site. */
export function pageAddress(site: string, relativePath: string): string {
  const path = relativePath.replace(/\.md$/, '.html').replace(/(^|\/)index\.html$/, '$1')
  return site + path.split('/').map(encodeURIComponent).join('/')
}

/**
 * The tags of a page for previews of links, and those that name its address; the canonical one has neither query nor hash.
 *
 * @param hasPicture whether the pages have {@link ogPicture}
 */
export function addressTags(
  { site }: SiteLinks,
  page: { relativePath: string, title: string, description: string },
  hasPicture: boolean,
): HeadConfig[] {
  const property = (name: string, content: string): HeadConfig => ['meta', { property: name, content }]
  const about = [
    property('og:type', 'website'),
    property('og:site_name', 'wxpay-live'),
    property('og:title', page.title),
    ...page.description ? [property('og:description', page.description)] : [],
  ]
  if (!site) return about
  const address = pageAddress(site, page.relativePath)
  const picture = [
    property('og:image', site + ogPicture),
    property('og:image:width', '1200'),
    property('og:image:height', '630'),
    property('og:image:alt', '能运行的微信支付 APIv3 文档'),
  ]
  return [
    ...about, ...hasPicture ? picture : [],
    ['link', { rel: 'canonical', href: address }], property('og:url', address),
  ]
}
