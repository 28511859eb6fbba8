import type { Field, Notification as Table } from '@wxpay-live/compiler/model'
import type { News } from '../state/world.ts'
import { type JsonObject, member } from '../values/json.ts'

/** A notification to send on request. */
export interface EventRequest {
  /** Such as `PAYSCORE.USER_SIGN_PLAN`. */
  event_type: string
  /** The URL to deliver it to. @default '': it is only listed */
  notify_url?: string | undefined
  /** Members of its resource that replace samples. */
  resource?: JsonObject | undefined
}

/**
 * Returns news of an event with the samples of its tables and the requested members.
 *
 * @throws RangeError if the reference has no such event
 */
export function sampleNews({ event_type, notify_url = '', resource }: EventRequest, tables: Table[], mchid: string): News {
  const table = tables.find(({ event }) => event === event_type)
  if (!table) {
    throw new RangeError(`unknown event ${event_type}, use one of ${tables.map(({ event }) => event).join(', ')}`)
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

/** Returns the samples of fields; merchant numbers are always the sandbox's own. */
const samplesOf = (fields: Field[], mchid: string): JsonObject => Object.fromEntries(
  fields.map(({ name, sample }) => [name, ['mchid', 'sp_mchid'].includes(name) ? mchid : sample]))
