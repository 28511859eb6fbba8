/**
 * Splits indexed text and queries into words. Chinese becomes pairs of characters; a name such as `smartretail-orders` is
 * one word and its parts. A URL of the API is one word: its path with `{}` for each variable, filled in or not.
 * VitePress serializes this function for the browser, so it must not use anything outside itself.
 */
export function tokenize(text: string): string[] {
  const paths: string[] = []
  const rest = text.replace(/(?:https?:\/\/\S*?)?(?<![^\s/])v3\/[^\s?#]+\S*/g, (url) => {
    const [path = ''] = url.slice(url.indexOf('v3/')).split(/[?#]/)
    paths.push(path.split('/').map(segment => /[{%A-Z]|\d{4}/.test(segment) ? '{}' : segment).join('/'))
    return ' '
  })
  const words = rest.toLowerCase().match(/\p{Script=Han}+|[a-z0-9]+(?:[_.-]+[a-z0-9]+)*/gu) ?? []
  return [...paths, ...words.flatMap((word) => {
    if (/^[a-z0-9]/.test(word)) return [...new Set([word, ...word.split(/[.-]+/)])]
    return word.length > 1 ? Array.from(word.slice(1), (character, index) => word[index] + character) : [word]
  })]
}
