import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { contained } from '@wxpay-live/compiler'
import type { MarkdownEnv, MarkdownRenderer } from 'vitepress'
import { escapeHtml } from '../theme/escape-html.ts'
import type { ExampleOutline } from '../theme/example.ts'
import { unpackCode, type PageExamples } from '../theme/example-code.ts'
import type { BodyPart } from './body-part.ts'
import { toPageFrontMatter } from './front-matter.ts'
import { packExamples, type Example, type ExampleEnv } from './page-examples.ts'
import type { PageStore } from './page-store.ts'
import { toStaticHtml } from './static-html.ts'

/** Options of {@link renderPages}. */
export interface RenderOptions {
  /** The folder of the pages; what they show lies in it. */
  docs: string
  /** The site's base. */
  base: string
  store: PageStore
  /** Receives a problem of a page. Unless it throws, the page shows its source, or lacks the image. */
  report: (page: string, problem: string) => void
}

type Env = MarkdownEnv & ExampleEnv

/**
 * Makes each page a body of static HTML and examples, kept in the store, instead of the template that VitePress would compile: no
 * part of a page is code. Use it after all plugins.
 */
export function renderPages(md: MarkdownRenderer, { docs, base, store, report }: RenderOptions): void {
  const renderAsync = md.renderAsync.bind(md)
  md.renderAsync = async (source, env: Env) => {
    const frontmatter = () => env.frontmatter ?? {}
    const addressOf = (image: string) => addImage(image, env)
    try {
      const html = await renderAsync(source, env)
      const parts = toStaticHtml(html, { frontmatter: frontmatter(), addressOf })
      store.put(env.relativePath, withExamples(parts, env))
    } catch (error) {
      const { message } = error as Error
      report(env.relativePath, message)
      store.put(env.relativePath, [sourceHtml(source, message)])
    }
    // VitePress reads both from the environment.
    Object.assign(env, { frontmatter: toPageFrontMatter(frontmatter()), sfcBlocks: undefined })
    return ''
  }

  function withExamples(parts: (string | number)[], { examples = [], relativePath }: Env): BodyPart[] {
    if (!examples.length) return parts.filter(part => typeof part === 'string')
    const packed = packExamples(examples)
    const file = store.addFile(`${relativePath.replace(/\.md$/, '')}.json`, JSON.stringify(packed))
    return parts.flatMap((part) => {
      if (typeof part === 'string') return [part]
      const example = examples[part]
      return example ? [draw(example, packed, { file, index: part })] : []
    })
  }

  function addImage(source: string, { relativePath }: Env): string | undefined {
    if (source.startsWith('/')) return base + source.slice(1)
    const file = contained(join(docs, dirname(relativePath), decodeURI(source)), docs)
    if (file) return store.addFile(file, readFileSync(file))
    report(relativePath, `the image ${source} does not exist in the folder of the pages`)
    return undefined
  }
}

const sourceHtml = (source: string, message: string) => (
  `<p>这一页没能渲染：${escapeHtml(message)}。下面是它的源文件。</p><pre><code>${escapeHtml(source)}</code></pre>`
)

function draw(
  { samples, languages }: Example, { styles, examples }: PageExamples, place: Pick<ExampleOutline, 'file' | 'index'>,
): BodyPart {
  const outlines = languages.map(({ id, label, tabs }) => ({ id, label, tabs: tabs.map(tab => tab.label) }))
  const [first = { text: '', runs: [] }] = Object.values(examples[place.index] ?? {})[0] ?? []
  return { outline: { samples, languages: outlines, ...place }, first: unpackCode(first, styles) }
}
