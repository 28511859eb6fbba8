/**
 * Splits text for the index and for queries alike: a run of Chinese into pairs of characters, everything else into words,
 * with names such as `smartretail-orders` whole and in parts. A URL of the API is one word, the shape of its path, whether
 * its variables are filled in or not. VitePress sends it to the browser as text, so it stands alone.
 */
export function tokenize(text: string): string[] {
  const shapes: string[] = []
  const rest = text.replace(/(?:https?:\/\/\S*?)?(?<![^\s/])v3\/[^\s?#]+\S*/g, (url) => {
    const [path = ''] = url.slice(url.indexOf('v3/')).split(/[?#]/)
    shapes.push(path.split('/').map(segment => /[{%A-Z]|\d{4}/.test(segment) ? '{}' : segment).join('/'))
    return ' '
  })
  const words = rest.toLowerCase().match(/\p{Script=Han}+|[a-z0-9]+(?:[_.-]+[a-z0-9]+)*/gu) ?? []
  return [...shapes, ...words.flatMap((word) => {
    if (/^[a-z0-9]/.test(word)) return [...new Set([word, ...word.split(/[.-]+/)])]
    return word.length > 1 ? Array.from(word.slice(1), (character, index) => word[index] + character) : [word]
  })]
}
