import type { JsonValue } from '@wxpay-live/compiler/model'

/** A part of the code, by offsets. */
export interface Span {
  from: number
  to: number
}

/** A member of an object literal. */
export interface Member {
  name: string
  /** The name as written, with its quotes. */
  key: Span
  value: Literal
}

/** A value as the code writes it. */
export type Literal = Span & (
  /** `open` if it has a spread or a computed name, so that other members may be there too. */
  | { kind: 'object', members: Member[], open: boolean }
  | { kind: 'list', items: Literal[] }
  /** `[]`, which is a list, or in PHP an object. */
  | { kind: 'empty' }
  | { kind: 'value', value: JsonValue }
  /** Any other expression, of unknown value. */
  | { kind: 'code' }
)
