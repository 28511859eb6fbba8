import type { Field } from '../../src/index.ts'

/** A field with what matters to a test. */
export function field(name: string, rest: Partial<Field> = {}): Field {
  return { name, type: 'string', required: true, description: '', sample: name, ...rest }
}
