import * as v from 'valibot'
import { escapeHtml } from '../theme/escape-html.ts'

const text = v.pipe(v.string(), v.transform(escapeHtml))

/** An address within the site, or of another one. */
const address = v.pipe(v.string(), v.regex(/^(?:https?:|mailto:|[/.#])/))

/** An optional member; a value of another type counts as absent. */
const optional = <T extends v.GenericSchema>(schema: T) => (
  v.optional(v.fallback(v.optional(schema), undefined))
)

const list = <T extends v.GenericSchema>(item: T) => v.fallback(v.array(item), [])

const schema = v.object({
  title: optional(v.string()),
  titleTemplate: optional(v.union([v.string(), v.boolean()])),
  description: optional(v.string()),
  layout: optional(v.picklist(['doc', 'page', 'home'])),
  sidebar: optional(v.boolean()),
  aside: optional(v.union([v.boolean(), v.literal('left')])),
  outline: optional(v.union([v.boolean(), v.literal('deep'), v.number(), v.tuple([v.number(), v.number()])])),
  pageClass: optional(v.pipe(v.string(), v.regex(/^[\w -]*$/))),
  hero: optional(v.object({
    name: optional(text),
    text: optional(text),
    tagline: optional(text),
    actions: optional(list(v.object({
      text: v.string(),
      link: v.fallback(address, '#'),
      theme: optional(v.picklist(['brand', 'alt', 'sponsor'])),
    }))),
  })),
  features: optional(list(v.object({ title: text, details: optional(text), link: optional(address) }))),
})

/** The front matter that VitePress acts on. */
export type PageFrontMatter = v.InferOutput<typeof schema>

/**
 * Keeps what a page may set: the theme inserts some of these texts as HTML and takes others as addresses, and would add tags to
 * the head. Values of another type are dropped.
 */
export function toPageFrontMatter(frontmatter: unknown): PageFrontMatter {
  const { success, output } = v.safeParse(schema, frontmatter)
  return success ? output : {}
}
