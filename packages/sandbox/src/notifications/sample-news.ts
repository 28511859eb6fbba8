import type { Field, Notification as Table } from '@wxpay-live/compiler/model'
import type { News } from '../state/world.ts'
import { type JsonObject, member } from '../values/json.ts'

/** A notification that is asked for by name. */
export interface EventRequest {
  /** Such as `PAYSCORE.USER_SIGN_PLAN`. */
  event_type: string
  /** Where to deliver it. @default nowhere: it is only listed */
  notify_url?: string | undefined
  /** Members of its resource that are not to be samples. */
  resource?: JsonObject | undefined
}

/**
 * News of an event as the tables of the reference tell it: samples, and over them what is wanted.
 *
 * @throws RangeError where the reference has no such event
 */
export function sampleNews({ event_type, notify_url = '', resource }: EventRequest, tables: Table[], mchid: string): News {
  const table = tables.find(({ event }) => event === event_type)
  if (!table) {
    throw new RangeError(`there is no event ${event_type}; there are ${tables.map(({ event }) => event).join(', ')}`)
  }
  const body = samplesOf(table.body, mchid)
  return {
    event_type,
    notify_url,
    summary: String(body.summary ?? table.title),
    original_type: String(member(body.resource, 'original_type') ?? ''),
    resource: { ...samplesOf(table.resource, mchid), ...resource },
  }
}

/** The merchant is always the one whose sandbox this is. */
const samplesOf = (fields: Field[], mchid: string): JsonObject => Object.fromEntries(
  fields.map(({ name, sample }) => [name, ['mchid', 'sp_mchid'].includes(name) ? mchid : sample]))
