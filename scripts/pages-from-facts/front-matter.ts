/** A value for all operations of a page, or one for each by its anchor. */
type Term<T> = T | Record<string, T> | undefined

/** What the front matter of a draft says. */
export interface FrontMatter {
  title: string
  description: string
  product?: string
  order?: number
  sidebar?: boolean
  roles?: Term<string[]>
  rate?: Term<string>
  counterpart?: Term<string>
}

/** Writes the front matter of a page, with an empty line below. */
export function toFrontMatter(values: FrontMatter): string {
  const lines = Object.entries(values).flatMap(([name, value]) => value === undefined ? [] : `${name}: ${JSON.stringify(value)}\n`)
  return `---\n${lines.join('')}---\n\n`
}

/** Writes the paragraph of links to the official documentation; nothing if there are none. */
export function toReferences(docs: string[]): string {
  if (!docs.length) return ''
  return `\n参阅 ${docs.map((url, index) => `[官方文档${index ? ` ${index + 1}` : ''}](${url})`).join(' ')}\n`
}
