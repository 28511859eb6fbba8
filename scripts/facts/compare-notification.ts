import type { Field, Notification } from '@wxpay-live/compiler/model'
import { compareRows, type RowDifference } from './compare-rows.ts'
import type { NotificationFact } from './facts.ts'

/** A difference between a notification and the facts, and the row it is about. */
export interface NotificationDifference extends Pick<RowDifference, 'kind' | 'path' | 'message'> { of?: Field }

/** Names each undoubted difference between the forms of a notification and the facts. */
export function compareNotification(
  { resource, alternatives = [], forms = [] }: Notification, fact: NotificationFact,
): NotificationDifference[] {
  const facts = [fact.resource, ...fact.alternatives ?? []]
  const present = [resource, ...alternatives]
  const rows = present.flatMap((fields, index) => compareRows([['', fields]], facts[index] ?? []).map(
    ({ kind, path, message, field }): NotificationDifference => {
      return { kind, path: `${forms[index] ?? ''} ${path}`.trim(), message, ...(field && { of: field }) }
    }))
  const missing = facts.slice(present.length).map((_, index): NotificationDifference => {
    const path = fact.forms?.[present.length + index]?.name ?? ''
    return { kind: 'missing', path, message: 'the form is missing' }
  })
  return [...rows, ...missing]
}
