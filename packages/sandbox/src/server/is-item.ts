import type { JsonValue } from '@wxpay-live/compiler/model'
import { isObject } from '../values/json.ts'

type Check = (value: JsonValue | undefined) => boolean

const isText: Check = value => typeof value === 'string'
const isObjects: Check = value => Array.isArray(value) && value.every(isObject)

/** The members that the items must have, by the first part of their keys. */
const shapes: Record<string, Record<string, Check>> = {
  resource: { kind: isText, key: isText, created: isText, updated: isText, data: isObject },
  alias: { key: isText },
  notification: {
    id: isText, event_type: isText, notify_url: isText, body: isText, headers: isObject, resource: isObject,
    createdAt: Number.isFinite, deliveries: isObjects,
  },
}

/** Whether a stored text is an item that the sandbox can read, or the `null` of a removed one. */
export function isItem(key: string, text: string): boolean {
  const shape = Object.entries(shapes[key.split(':')[0] ?? ''] ?? {})
  try {
    const value: JsonValue = JSON.parse(text)
    return value === null || (isObject(value) && shape.every(([name, isValid]) => isValid(value[name])))
  } catch {
    return false
  }
}
