/** Replaces `{{ $frontmatter.name }}` in a text; by nothing if the front matter has no such text, number or boolean. */
export function fillFrontMatter(text: string, frontmatter: Record<string, unknown>): string {
  return text.replace(/\{\{\s*\$frontmatter\.([\w-]+)\s*\}\}/g, (_, name: string) => {
    const value = Object.hasOwn(frontmatter, name) ? frontmatter[name] : undefined
    return ['string', 'number', 'boolean'].includes(typeof value) ? String(value) : ''
  })
}
