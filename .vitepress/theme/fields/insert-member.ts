import type { JsonValue } from '@wxpay-live/compiler/model'
import type { RunnableLanguage } from '../../session/types.ts'
import { insertInto } from './insert-into.ts'
import { membersOf } from './members.ts'

/**
 * Adds a member to a literal in the code.
 *
 * @param path of the member, such as `json.attach`
 * @returns the new code; undefined if the code has the member, or no literal to add it to
 */
export function insertMember(
  code: string, language: RunnableLanguage, path: string, value: JsonValue,
): string | undefined {
  const { keys, containers } = membersOf(code, language)
  const names = path.split('.')
  const name = names.pop()!
  const container = containers.get(names.join('.'))
  if (keys.has(path) || !container) return undefined
  const { from, to, insert } = insertInto(code, language, container, name, value)
  return code.slice(0, from) + insert + code.slice(to)
}
