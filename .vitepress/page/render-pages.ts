import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { contained, sdkLanguages } from '@wxpay-live/compiler'
import type { Catalog } from '@wxpay-live/compiler/model'
import type { MarkdownEnv, MarkdownRenderer } from 'vitepress'
import { readSections, type SearchedPage } from '../search/read-sections.ts'
import type { Section } from '../search/section.ts'
import { subjectsOf, textOfExample } from '../search/subjects.ts'
import { escapeHtml } from '../theme/escape-html.ts'
import type { ExampleOutline } from '../theme/example.ts'
import { unpackCode, type PageExamples } from '../theme/example-code.ts'
import type { BodyPart } from './body-part.ts'
import { toPageFrontMatter } from './front-matter.ts'
import type { KeptPages, RenderedPage } from './kept-pages.ts'
import { packExamples, type Example, type ExampleEnv } from './page-examples.ts'
import type { PageStore } from './page-store.ts'
import { toParts, toStaticTree } from './static-html.ts'

/** Options of {@link renderPages}. */
export interface RenderOptions {
  /** The folder of the pages; what they show lies in it. */
  docs: string
  /** The site's base. */
  base: string
  store: PageStore
  /** Operations and notifications of all pages, which the search finds. */
  catalog: Catalog
  /** Pages that were rendered before. */
  kept: KeptPages
  /** Receives a problem of a page. Unless it throws, the page shows its source, or lacks the image. */
  report: (page: string, problem: string) => void
}

type Env = MarkdownEnv & ExampleEnv & {
  /** Whether to render the page even if it was rendered before. */
  isFresh?: boolean
}

/**
 * Makes each page a body of static HTML and examples, kept in the store, instead of the template that VitePress would compile: no
 * part of a page is code. Use it after all plugins.
 */
export function renderPages(
  md: MarkdownRenderer, { docs, base, store, catalog, kept, report }: RenderOptions,
): void {
  const subjects = subjectsOf(catalog)
  const renderAsync = md.renderAsync.bind(md)
  md.renderAsync = async (source, env: Env) => {
    const { relativePath, isFresh } = env
    const before = isFresh ? undefined : kept.read(relativePath, source)
    const page = before ?? await render(source, env)
    for (const [name, content] of page.files) store.addFile(name, content)
    store.put(relativePath, page.body, page.sections)
    Object.assign(env, page.env, { sfcBlocks: undefined })
    return ''
  }

  async function render(source: string, env: Env): Promise<RenderedPage> {
    const { relativePath } = env
    const addressOf = (image: string) => addImage(image, env)
    const outcome = (
      body: BodyPart[], sections: Section[], files: RenderedPage['files'],
    ): RenderedPage => {
      const { title, headers, includes, links, linkLines, content } = env
      const frontmatter = toPageFrontMatter(env.frontmatter ?? {})
      const read = { title, headers, includes, links, linkLines, content, frontmatter }
      return { body, sections, files, env: read }
    }
    try {
      const html = await renderAsync(source, env)
      const tree = toStaticTree(html, { frontmatter: env.frontmatter ?? {}, addressOf })
      const { body, files } = withExamples(toParts(tree), env)
      const page = outcome(body, readSections(tree, searchedPage(env)), files)
      kept.write(relativePath, source, page)
      return page
    } catch (error) {
      const { message } = error as Error
      report(relativePath, message)
      return outcome([sourceHtml(source, message)], [], [])
    }
  }

  function withExamples(
    parts: (string | number)[], { examples = [], relativePath }: Env,
  ): Pick<RenderedPage, 'body' | 'files'> {
    if (!examples.length) return { body: parts.filter(part => typeof part === 'string'), files: [] }
    const packed = packExamples(examples)
    const name = `${relativePath.replace(/\.md$/, '')}.json`
    const content = JSON.stringify(packed)
    const file = store.addFile(name, content)
    const body = parts.flatMap((part) => {
      if (typeof part === 'string') return [part]
      const example = examples[part]
      return example ? [draw(example, packed, { file, index: part })] : []
    })
    return { body, files: [[name, content]] }
  }

  function searchedPage({ relativePath, frontmatter = {}, examples = [], title = '' }: Env): SearchedPage {
    const text = (value: unknown) => typeof value === 'string' ? value : undefined
    return {
      title: text(frontmatter.title) ?? title,
      product: text(frontmatter.product),
      description: text(frontmatter.description),
      subjects: subjects.get(relativePath.replace(/\.md$/, '')) ?? [],
      examples: examples.map(textOfExample),
    }
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
  { samples, starts, subject, languages }: Example,
  { styles, examples }: PageExamples,
  place: Pick<ExampleOutline, 'file' | 'index'>,
): BodyPart {
  const carried = languages.map(({ id, label, tabs }) => ({ id, label, tabs: tabs.map(tab => tab.label) }))
  const written = subject === undefined ? [] : sdkLanguages.map(({ id, label }) => ({ id, label, tabs: [] }))
  const [first = { text: '', runs: [] }] = Object.values(examples[place.index] ?? {})[0] ?? []
  const more = { ...starts && { starts }, ...subject !== undefined && { subject } }
  const outline = { samples, languages: [...carried, ...written], ...place, ...more }
  return { outline, first: unpackCode(first, styles) }
}
