import { roleNames, type OperationFact } from '../facts/facts.ts'
import type { FrontMatter } from './front-matter.ts'

/** Returns the terms of a page's operations for its front matter: by their anchors if there are several. */
export function toTerms(facts: OperationFact[]): Pick<FrontMatter, 'roles' | 'rate' | 'counterpart'> {
  const termOf = <T>(read: (fact: OperationFact) => T | undefined): T | Record<string, T> | undefined => {
    const values = facts.flatMap((fact): [string, T][] => {
      const value = read(fact)
      return value === undefined ? [] : [[fact.verb.toLowerCase(), value]]
    })
    if (facts.length > 1 && values.length) return Object.fromEntries(values)
    return values[0]?.[1]
  }
  return {
    roles: termOf(({ roles }) => roles?.map(role => roleNames[role])),
    rate: termOf(({ rate }) => rate),
    counterpart: termOf(({ counterpart }) => counterpart),
  }
}
