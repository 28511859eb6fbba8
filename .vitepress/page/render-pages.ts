import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { contained, sdkLanguages } from '@wxpay-live/compiler'
import type { Catalog } from '@wxpay-live/compiler/model'
import type { Root } from 'hast'
import type { MarkdownEnv, MarkdownRenderer } from 'vitepress'
import { readSections, type SearchedPage } from '../search/read-sections.ts'
import type { Section } from '../search/section.ts'
import { subjectsOf, textOfExample } from '../search/subjects.ts'
import { escapeHtml } from '../theme/escape-html.ts'
import type { ExampleOutline } from '../theme/example.ts'
import { unpackCode, type PageExamples } from '../theme/example-code.ts'
import type { BodyPart, DrawnExample } from './body-part.ts'
import { fitCode, type LateCode } from './fit-code.ts'
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
    store.pages.set(relativePath, page)
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
      return { body: JSON.stringify(body), sections, files, env: read }
    }
    try {
      const html = await renderAsync(source, env)
      const tree = toStaticTree(html, { frontmatter: env.frontmatter ?? {}, addressOf })
      const sections = readSections(tree, searchedPage(env))
      const { body, files } = withCode(tree, env)
      const page = outcome(body, sections, files)
      kept.write(relativePath, source, page)
      return page
    } catch (error) {
      const { message } = error as Error
      report(relativePath, message)
      return outcome([sourceHtml(source, message)], [], [])
    }
  }

  function withCode(
    tree: Root, { examples = [], relativePath }: Env,
  ): { body: BodyPart[] } & Pick<RenderedPage, 'files'> {
    const late = fitCode(tree, examples)
    if (!examples.length && !late.length) return { body: toParts(tree).filter(part => typeof part === 'string'), files: [] }
    const packed = packExamples(examples, late.map(({ runs }) => runs))
    const name = `${relativePath.replace(/\.md$/, '')}.json`
    const content = JSON.stringify(packed)
    const file = store.addFile(name, content)
    for (const [index, code] of late.entries()) markLate(code, file, index)
    const parts = toParts(tree)
    const first = parts.find(part => typeof part === 'number')
    const body = parts.flatMap((part): BodyPart[] => {
      if (typeof part === 'string') return [part]
      const example = examples[part]
      return example ? [{ ...draw(example, packed, { file, index: part }), isFirst: part === first }] : []
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

/** Adds the file of the code, its index in that file, and its number of lines. */
function markLate({ pre: { properties }, runs }: LateCode, file: string, index: number): void {
  const lines = runs.map(([text]) => text).join('').split('\n').length
  const style = [properties.style, `--lines:${lines}`].filter(Boolean).join(';')
  Object.assign(properties, { dataCode: file, dataIndex: index, style })
}

function draw(
  { samples, starts, subject, languages, isPlain }: Example,
  { styles, examples }: PageExamples,
  place: Pick<ExampleOutline, 'file' | 'index'>,
): Pick<DrawnExample, 'outline' | 'first'> {
  const carried = languages.map(({ id, label, tabs }) => ({ id, label, tabs: tabs.map(tab => tab.label) }))
  const written = subject === undefined ? [] : sdkLanguages.map(({ id, label }) => ({ id, label, tabs: [] }))
  const [first = { text: '', runs: [] }] = Object.values(examples[place.index] ?? {})[0] ?? []
  const more = { ...starts && { starts }, ...subject !== undefined && { subject } }
  const outline = { samples, languages: [...carried, ...written], ...place, ...more }
  const code = isPlain ? { text: first.text, html: escapeHtml(first.text) } : unpackCode(first, styles)
  return { outline, first: code }
}
