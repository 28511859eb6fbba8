import type { FieldType, Limits } from '../model/index.ts'
import { scalarOf } from '../samples/types.ts'

const types: FieldType[] = [
  'string', 'integer', 'number', 'boolean', 'object', 'string[]', 'integer[]', 'number[]', 'boolean[]', 'object[]',
]

/** The type and the limits in a type cell. */
export interface TypeCell extends Limits { type: FieldType }

/**
 * Parses a type cell, with limits as the official tables write them: `string(127)`, `string(6,32)`, `integer(1,)`,
 * `string(20字符)`. The limits of a list, `string(32)[]`, are those of its items.
 *
 * @returns what is wrong, as a string, if the cell is invalid
 */
export function parseTypeCell(text: string): TypeCell | string {
  const [, scalar, range, list = ''] = /^([a-z]+)(?:\((.*)\))?(\[\])?$/.exec(text) ?? []
  const type = types.find(known => known === `${scalar}${list}`)
  if (!type) return `use one of ${types.join(', ')}`
  if (range === undefined) return { type }
  const limits = parseRange(range, scalarOf(type))
  return limits ? { type, ...limits } : `write limits as ${scalar}(127), ${scalar}(6,32) or ${scalar}(1,)`
}

const rangePattern = /^(?:(-?\d+)?(,))?(-?\d+)?(字符)?$/

function parseRange(range: string, scalar: string): Limits | undefined {
  const [matched, first, comma, second, unit] = rangePattern.exec(range.replace(/\s/g, '')) ?? []
  if (!matched || (first === undefined && second === undefined)) return undefined
  const [least, most] = [first, second].map(text => text === undefined ? undefined : Number(text))
  if (least !== undefined && most !== undefined && least > most) return undefined
  if (scalar === 'integer' || scalar === 'number') {
    if (unit || !comma) return undefined
    return { ...(least !== undefined && { minimum: least }), ...(most !== undefined && { maximum: most }) }
  }
  if (scalar !== 'string' || (least ?? 0) < 0 || (most ?? 0) < 0) return undefined
  return {
    ...(least !== undefined && { minLength: least }),
    ...(most !== undefined && { maxLength: most }),
    ...(unit && { lengthUnit: 'characters' as const }),
  }
}
