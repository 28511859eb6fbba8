import { getGitTimestamp, type MarkdownEnv, type MarkdownRenderer, type PageData, type SiteConfig } from 'vitepress'
import type { PageFrontMatter } from '../page/front-matter.ts'

/** Returns the data of a page that the theme and the browser see, as VitePress does in development. */
export async function pageDataOf(
  env: MarkdownEnv, md: MarkdownRenderer, config: SiteConfig,
): Promise<PageData> {
  const { path, relativePath } = env
  const frontmatter: PageFrontMatter = env.frontmatter ?? {}
  const data: PageData = {
    title: frontmatter.title === undefined ? env.title ?? '' : plain(frontmatter.title, md),
    ...frontmatter.titleTemplate !== undefined && { titleTemplate: frontmatter.titleTemplate },
    description: frontmatter.description ?? '',
    frontmatter,
    headers: env.headers ?? [],
    relativePath,
    filePath: relativePath,
    ...config.lastUpdated && { lastUpdated: await getGitTimestamp(path) },
  }
  return { ...data, ...await config.transformPageData?.(data, { siteConfig: config }) }
}

/** The text of a title, which is Markdown. */
function plain(title: string, md: MarkdownRenderer): string {
  const tokens = md.parseInline(title, {})[0]?.children ?? []
  return tokens.map(({ type, content }) => ['text', 'code_inline', 'emoji'].includes(type) ? content : '').join('').trim()
}
