/** What the front matter of a draft says. */
export interface FrontMatter {
  title: string
  description: string
  product?: string
  order?: number
  sidebar?: boolean
}

/** Writes the front matter of a page, with an empty line below. */
export function toFrontMatter(values: FrontMatter): string {
  return `---\n${Object.entries(values).map(([name, value]) => `${name}: ${JSON.stringify(value)}\n`).join('')}---\n\n`
}

/** Writes the paragraph of links to the official documentation; nothing if there are none. */
export function toReferences(docs: string[]): string {
  if (!docs.length) return ''
  return `\n参阅 ${docs.map((url, index) => `[${index ? index + 1 : '官方文档'}](${url})`).join(' ')}\n`
}
