import { isObject } from '../json.ts'
import type { Field, JsonValue } from '../model/index.ts'
import { own } from '../record.ts'
import { fitSample, limitProblem } from './limits.ts'
import { sampleByName } from './rules.ts'
import { declaredValues, isOfType, scalarOf } from './types.ts'

/** Gives every field of a tree its sample: the value in the page's example, else a plausible one. */
export function addSamples(fields: Field[], shown: JsonValue = null): void {
  const values = isObject(shown) ? shown : {}
  for (const field of fields) addSample(field, own(values, field.name))
}

/** Gives one field and its children their samples. */
export function addSample(field: Field, shown: JsonValue = null): void {
  if (field.children) addSamples(field.children, Array.isArray(shown) ? shown[0] : shown)
  field.sample = isShowable(shown, field) ? shown : plausible(field)
}

function isShowable(shown: JsonValue, field: Field): boolean {
  const { type, enum: values } = field
  if (shown === '' || !isOfType(shown, type)) return false
  return [shown].flat().every(value =>
    (values?.includes(String(value)) ?? true) && limitProblem(value, field) === undefined)
}

function plausible(field: Field): JsonValue {
  const scalar = plausibleScalar(field)
  return field.type.endsWith('[]') ? [scalar] : scalar
}

function plausibleScalar(field: Field): JsonValue {
  const { name, children = [], encoded } = field
  const type = scalarOf(field.type)
  if (type === 'object') return samplesOf(children)
  if (encoded === 'json') return JSON.stringify(samplesOf(children))
  if (encoded === 'urlencode') {
    const pairs = Object.entries(samplesOf(children)).map(([name, value]) => [name, String(value)])
    return new URLSearchParams(pairs).toString()
  }
  return declaredValues(field)[0] ?? fitSample(sampleByName(name, type), field)
}

/** The samples of fields, by name. */
export function samplesOf(fields: Field[]): Record<string, JsonValue> {
  return Object.fromEntries(fields.map(({ name, sample }) => [name, sample]))
}
