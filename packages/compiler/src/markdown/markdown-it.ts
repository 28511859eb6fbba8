import MarkdownIt, { type PluginSimple, type PluginWithParams } from 'markdown-it'
import attrs from 'markdown-it-attrs'
import container from 'markdown-it-container'
import { boundLinks } from './bound-links.ts'

/** The containers of VitePress. */
const containers = ['code-group', 'danger', 'details', 'info', 'raw', 'tip', 'v-pre', 'warning']

/** Creates a Markdown parser whose tokens match those of VitePress for reference pages. */
export function createMarkdown(): MarkdownIt {
  // The types of both plugins refer to the CommonJS build of markdown-it.
  const markdown = new MarkdownIt({ html: true, linkify: true })
    .use(boundLinks)
    .use(attrs as unknown as PluginSimple)
  for (const name of containers) markdown.use(container as unknown as PluginWithParams, name)
  return markdown
}
