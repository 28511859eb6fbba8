import { decodePercent } from '../values/percent.ts'
import { permutations } from './permutations.ts'

/** Returns the other ways in which libraries encode the same path and query. */
export function spellingsOfTarget(target: string): string[] {
  const [path = '', ...rest] = target.split('?')
  const query = rest.join('?')
  const decoded = decodePercent(query)
  const pairs = Array.from(new URLSearchParams(query))
  const queries = [
    query, decoded, decodeForm(query), encodeLoosely(decoded), encodeLoosely(decodeForm(query)),
    new URLSearchParams(query).toString(),
    pairs.map(pair => pair.map(text => encodeURIComponent(text.toWellFormed())).join('=')).join('&'),
    pairs.map(pair => pair.map(encodeStrictly).join('=')).join('&'),
    query.split('&').map(pair => pair.split('=').map(text => encodeStrictly(decodePercent(text))).join('=')).join('&'),
    ...escapesOf(query), ...ordersOf(query),
  ]
  const paths = [
    path, decodePercent(path), decodeForm(path), encodeLoosely(decodePercent(path)),
    path.split('/').map(segment => encodeStrictly(decodePercent(segment))).join('/'), ...escapesOf(path),
  ]
  const join = (path: string, query: string) => query ? `${path}?${query}` : path
  const all = new Set(paths.flatMap(path => queries.map(query => join(path, query))))
  all.delete(target)
  return [...all]
}

const decodeForm = (text: string) => decodePercent(text.replaceAll('+', ' '))

const encodeLoosely = (text: string) => encodeURI(text.toWellFormed())

/** Encodes all but letters, digits and `-._~`, as PHP's `rawurlencode`. */
const encodeStrictly = (text: string) => encodeURIComponent(text.toWellFormed())
  .replace(/[!'()*]/g, character => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)

/** The escapes in lower case, in upper case, encoded twice, and with either spelling of a blank. */
const escapesOf = (text: string) => [
  text.replace(/%[\da-f]{2}/gi, escape => escape.toLowerCase()),
  text.replace(/%[\da-f]{2}/gi, escape => escape.toUpperCase()),
  text.replaceAll('%', '%25'),
  text.replaceAll('%25', '%'),
  text.replaceAll('%20', '+'),
  text.replaceAll('+', '%20'),
]

/** Returns the parameters in every order, or only sorted and reversed if there are more than five. */
function ordersOf(query: string): string[] {
  const pairs = query.split('&')
  const orders = pairs.length > 5 ? [pairs.toSorted(), pairs.toReversed()] : permutations(pairs)
  return orders.map(pairs => pairs.join('&'))
}
