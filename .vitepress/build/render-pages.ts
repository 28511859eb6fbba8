import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createMarkdownRenderer, type MarkdownEnv, type MarkdownRenderer, type SiteConfig } from 'vitepress'
import { base, docs } from '../source.ts'

/** A page as it was rendered; its body is in the store. */
export interface Rendered {
  source: string
  env: MarkdownEnv
}

export const createRenderer = ({ markdown, logger }: SiteConfig): Promise<MarkdownRenderer> =>
  createMarkdownRenderer(docs, markdown, base, logger, `${docs}/public`)

/** Renders the Markdown of a page, as VitePress does in development. */
export async function renderPage(md: MarkdownRenderer, page: string): Promise<Rendered> {
  const path = join(docs, page)
  const source = readFileSync(path, 'utf8')
  const env: MarkdownEnv = {
    path, realPath: path, relativePath: page, cleanUrls: false, relativizeUrls: true, includes: [],
  }
  await md.renderAsync(source, env)
  return { source, env }
}
