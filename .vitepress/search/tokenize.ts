/**
 * Splits indexed text and queries into words. Chinese becomes pairs of characters. A name has the same word in every
 * spelling: `out_trade_no`, `outTradeNo` and `OUT-TRADE-NO` are `outtradeno`. A URL of the API is one word: its path with
 * `{}` for each variable, filled in or not.
 */
export function tokenize(text: string): string[] {
  return splitUrls(text, word => [joined(word)])
}

/** Splits text as {@link tokenize} does, and adds the parts that a name is looked for by: `tradeno` of `out_trade_no`. */
export function tokenizeWithParts(text: string): string[] {
  return splitUrls(text, word => [...new Set([joined(word), ...partsOf(word)])])
}

/** A name, or text with names, as every spelling has it. */
export const joined = (word: string) => word.replace(/[_.-]/g, '').toLowerCase()

/** Each two neighbours, and the last part alone unless it is as short as `id`. The search completes words. */
function partsOf(word: string): string[] {
  const parts = word.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase().split(/[_.-]+/)
  return parts.slice(1).map((part, index) => part + (parts[index + 2] ?? '')).filter(part => part.length > 2)
}

function splitUrls(text: string, splitName: (word: string) => string[]): string[] {
  const paths: string[] = []
  const rest = text.replace(/(?:https?:\/\/\S*?)?(?<![^\s/])v3\/[^\s?#]+\S*/g, (url) => {
    const [path = ''] = url.slice(url.indexOf('v3/')).split(/[?#]/)
    paths.push(path.split('/').map(segment => /[{%A-Z]|\d{4}/.test(segment) ? '{}' : segment).join('/'))
    return ' '
  })
  const words = rest.match(/\p{Script=Han}+|[A-Za-z0-9]+(?:[_.-]+[A-Za-z0-9]+)*/gu) ?? []
  return [...paths, ...words.flatMap((word) => {
    if (/^[A-Za-z0-9]/.test(word)) return splitName(word)
    return word.length > 1 ? Array.from(word.slice(1), (character, index) => word[index] + character) : [word]
  })]
}
