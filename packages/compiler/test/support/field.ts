import type { Field } from '../../src/index.ts'

/** Creates a field with the properties that a test needs. */
export function field(name: string, rest: Partial<Field> = {}): Field {
  return { name, type: 'string', required: true, description: '', sample: name, ...rest }
}
