import type MarkdownIt from 'markdown-it'

/** Characters that an address may have. */
const longest = 2000

/**
 * Finds no addresses in words that are longer: the time to search them grows by the square of their length, to 17 s for
 * 100 kB of `http://a.b/(`.
 */
export function boundLinks({ linkify }: MarkdownIt): void {
  const test = linkify.test.bind(linkify)
  const matchAtStart = linkify.matchAtStart.bind(linkify)
  linkify.test = text => !text.split(/\s/).some(isLong) && test(text)
  linkify.matchAtStart = text => isLong(text) && !/\s/.test(text.slice(0, longest)) ? null : matchAtStart(text)
}

const isLong = (text: string) => text.length > longest
