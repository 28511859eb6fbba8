import type { Fact } from '../../packages/compiler/test/support/facts.ts'

/** Facts of a page: rows of tables, or values. */
type Said = Record<string, unknown>

const isRows = (value: unknown): value is Fact[] => Array.isArray(value) && Array.isArray(value[0]) && typeof value[0][0] === 'string'

/** The text of each row, by its dotted path; the number of the form distinguishes rows of one name. */
function byPlace(rows: Fact[]): Map<string, string> {
  const above: string[] = []
  return new Map(rows.map(([name, type, required, indent, { alt, ...flags } = {}]) => {
    above.splice(indent, Infinity, alt ? `${name}#${alt}` : name)
    const more = Object.keys(flags).length ? ` ${JSON.stringify(flags)}` : ''
    return [above.join('.'), `${type}${required ? ' required' : ''}${more}`]
  }))
}

function differencesOfRows(said: Fact[], facts: Fact[]): [field: string, said: string, fact: string][] {
  const [ours, theirs] = [byPlace(said), byPlace(facts)]
  const places = [...new Set([...theirs.keys(), ...ours.keys()])]
  const differences = places
    .map((place): [string, string, string] => [place, ours.get(place) ?? 'no row', theirs.get(place) ?? 'no row'])
    .filter(([, ours, theirs]) => ours !== theirs)
  const [order, theirOrder] = [ours, theirs].map(rows => [...rows.keys()].join(', '))
  if (differences.length || order === theirOrder) return differences
  return [['order', order ?? '', theirOrder ?? '']]
}

/** Names each difference as `page: field: what the page says, what the facts say`. */
export function differences(page: string, said: Said, facts: Said): string[] {
  return Object.keys({ ...facts, ...said }).flatMap((name) => {
    const [ours, theirs] = [said[name], facts[name]]
    if (isRows(ours ?? theirs) || isRows(theirs)) {
      return differencesOfRows(ours as Fact[] ?? [], theirs as Fact[] ?? [])
        .map(([field, ours, theirs]) => `${page}: ${name} ${field}: the page says ${ours}, the facts say ${theirs}`)
    }
    const [a = 'nothing', b = 'nothing'] = [JSON.stringify(ours), JSON.stringify(theirs)]
    return a === b ? [] : [`${page}: ${name}: the page says ${a}, the facts say ${b}`]
  })
}
