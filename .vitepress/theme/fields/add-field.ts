import type { Field, JsonValue, Operation } from '@wxpay-live/compiler/model'
import { loadPart } from '../../catalog/load-part.ts'
import { insertMember } from './insert-member.ts'
import { membersOf } from './members.ts'
import { pathOf, type Row } from './rows.ts'
import { codeBeside } from './shown-code.ts'

/**
 * Adds a sample of a row's field to the code beside it, with the objects around it if the code lacks them.
 *
 * @returns whether it could be added
 */
export async function addField(row: Row): Promise<boolean> {
  const code = codeBeside(row)
  const operation = await operationOf(row)
  if (!code || !operation) return false
  const { containers } = membersOf(code.text(), code.language)
  const names = pathOf(row).split('.')
  const depth = names.findIndex((_, index) => !containers.has(names.slice(0, index + 1).join('.')))
  const field = fieldAt(operation, names.slice(0, depth + 1))
  if (depth < 0 || !field || isEncrypted(field)) return false
  const value = withMember(field, names.slice(depth + 1))
  const text = insertMember(code.text(), code.language, names.slice(0, depth + 1).join('.'), value)
  if (text !== undefined) code.replace(text)
  return text !== undefined
}

/** The operation whose badge is above a row. */
async function operationOf(row: Row): Promise<Operation | undefined> {
  const badge = row.closest('.operation')?.querySelector('.operation-badge')
  const method = badge?.querySelector('.operation-method')?.textContent
  const path = badge?.querySelector('code')?.textContent ?? ''
  const { operations } = await loadPart(path)
  return operations.find(operation => operation.method === method && operation.path === path)
}

function fieldAt({ request }: Operation, [group = '', ...names]: string[]): Field | undefined {
  const groups: Record<string, Field[] | undefined> = {
    json: request.json?.children, query: request.query, headers: request.headers,
  }
  let fields = groups[group]
  let field: Field | undefined
  for (const name of names) {
    field = fields?.find(field => field.name === name)
    fields = field?.children
  }
  return field
}

const isEncrypted = ({ encrypted, sample, children = [] }: Field): boolean => (
  encrypted !== undefined || children.some(child => has(sample, child.name) && isEncrypted(child))
)

/** The sample of a field, which has at least the member of that path. */
function withMember({ sample, children = [] }: Field, [name, ...rest]: string[]): JsonValue {
  const member = children.find(child => child.name === name)
  if (!member || name === undefined) return sample
  const item = Array.isArray(sample) ? sample[0] : sample
  const object = typeof item === 'object' && item !== null && !Array.isArray(item) ? item : {}
  const value = { ...object, [name]: withMember(member, rest) }
  return Array.isArray(sample) ? [value] : value
}

function has(sample: JsonValue, name: string): boolean {
  const item = Array.isArray(sample) ? sample[0] : sample
  return typeof item === 'object' && item !== null && name in item
}
