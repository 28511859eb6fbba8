import type { Field, JsonValue } from '../model/index.ts'
import { own } from '../record.ts'
import { sampleByName } from './rules.ts'
import { isOfType, parseScalar, scalarOf } from './types.ts'

/**
 * Gives every field of a tree its sample: the value the page's example shows where it has one, a plausible one
 * otherwise.
 */
export function addSamples(fields: Field[], shown: JsonValue = null): void {
  const values = typeof shown === 'object' && shown !== null && !Array.isArray(shown) ? shown : {}
  for (const field of fields) addSample(field, own(values, field.name))
}

/** Gives one field and those below it their samples. */
export function addSample(field: Field, shown: JsonValue = null): void {
  if (field.children) addSamples(field.children, Array.isArray(shown) ? shown[0] : shown)
  field.sample = isShowable(shown, field) ? shown : plausible(field)
}

function isShowable(shown: JsonValue, { type, enum: values }: Field): boolean {
  if (shown === '' || !isOfType(shown, type)) return false
  return !values || [shown].flat().every(value => values.includes(String(value)))
}

function plausible(field: Field): JsonValue {
  const scalar = plausibleScalar(field, scalarOf(field.type))
  return field.type.endsWith('[]') ? [scalar] : scalar
}

function plausibleScalar({ name, enum: values, children, encoded }: Field, type: string): JsonValue {
  const members = () => Object.fromEntries(children?.map(({ name, sample }) => [name, sample]) ?? [])
  if (type === 'object') return members()
  if (encoded === 'json') return JSON.stringify(members())
  if (encoded === 'urlencode') {
    const pairs = Object.entries(members()).map(([name, value]) => [name, String(value)])
    return new URLSearchParams(pairs).toString()
  }
  const [declared] = values?.map(value => parseScalar(value, type)).filter(value => value !== undefined) ?? []
  return declared ?? sampleByName(name, type)
}
