import type { Source, Terms } from '@wxpay-live/compiler/model'
import { roleNames, type OperationFact } from './facts.ts'

/** One difference between the front matter of a page and the facts. */
export interface TermDifference {
  name: keyof Terms
  /** What the page says and what the facts say. */
  message: string
}

/**
 * Names each difference between the terms of an operation and the facts.
 * @param sources the sources that describe the operation
 */
export function compareTerms(
  terms: Terms, fact: Pick<OperationFact, 'roles' | 'rate' | 'counterpart'>, sources: ReadonlySet<Source>,
): TermDifference[] {
  const { roles = [], rate, counterpart, verified } = terms
  const expected = {
    roles: fact.roles?.map(role => roleNames[role]).join('、'),
    rate: fact.rate,
    counterpart: fact.counterpart,
    verified: [...sources].toSorted().join(', '),
  }
  const written = { roles: roles.join('、'), rate, counterpart, verified: verified && verified.by.toSorted().join(', ') }
  return (['roles', 'rate', 'counterpart', 'verified'] as const).flatMap((name) => {
    if ((written[name] ?? '') === (expected[name] ?? '') && (name !== 'verified' || verified)) return []
    return { name, message: `${wordsOf(name, written[name])}, the facts say ${wordsOf(name, expected[name])}` }
  })
}

function wordsOf(name: keyof Terms, value: string | undefined): string {
  if (name === 'verified' && value === '') return 'by no source'
  return value || 'nothing'
}
