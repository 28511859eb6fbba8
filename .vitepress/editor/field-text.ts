import type { Field } from '@wxpay-live/compiler/model'

/** The type of a field with its limit, and whether it is required: `string(32) 必填`. */
export function summaryOf({ type, maxLength, required, when }: Field): string {
  const limit = maxLength === undefined ? '' : `(${maxLength})`
  return `${type.replace(/^\w+/, name => name + limit)}${required ? ' 必填' : when ? ' 条件必填' : ''}`
}

/** The description of a field without its Markdown. */
export function descriptionOf({ description, when }: Field): string {
  const text = description
    .replace(/<[^>]*>/g, '')
    .replace(/\[([^\]]*)\]\([^)]*\)(?:\{[^}]*\})?/g, '$1')
    .replace(/[`*]/g, '')
  return when ? `${text}（${when}时必填）` : text
}
