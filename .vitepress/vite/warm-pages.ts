import { readFile } from 'node:fs/promises'
import { relative } from 'node:path'
import type { Plugin } from 'vite'
import type { MarkdownRenderer } from 'vitepress'

/** Milliseconds to wait after a page is opened, so that the page itself loads first. */
const delay = 1000

/**
 * Renders a page that is opened in development, and was rendered by an earlier server, once more when there is time. Then its code
 * is highlighted before it is saved.
 * @param renderer returns VitePress's renderer, once there is one
 */
export function warmPages(docs: string, renderer: () => MarkdownRenderer | undefined): Plugin {
  const opened = new Set<string>()

  async function warm(path: string): Promise<void> {
    const env = { path, relativePath: relative(docs, path).replaceAll('\\', '/'), cleanUrls: false, isFresh: true }
    await renderer()?.renderAsync(await readFile(path, 'utf8'), env)
  }

  return {
    name: 'wxpay-live:warm-pages',
    apply: 'serve',
    transform(_, id) {
      if (!id.endsWith('.md') || opened.has(id)) return
      opened.add(id)
      // What is wrong with the page is reported when it is shown.
      setTimeout(() => warm(id).catch(() => {}), delay).unref()
    },
  }
}
