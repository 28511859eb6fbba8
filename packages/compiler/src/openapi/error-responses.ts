import { withoutLinks } from '../markdown/without-links.ts'
import type { ErrorCode } from '../model/index.ts'
import type { Schema } from './schema.ts'

const schema = { $ref: '#/components/schemas/Error' }

/** Writes error codes as responses, one for each HTTP status, with an example for each code. */
export function errorResponses(errors: ErrorCode[]): Schema {
  return Object.fromEntries([...Map.groupBy(errors, ({ status }) => status)].map(([status, codes]) => {
    const description = codes.map(lineOf).join('\n')
    const examples = Object.fromEntries(codes.map(({ code, meaning }) => {
      return [code, { value: { code, message: withoutLinks(meaning) } }]
    }))
    const content = { 'application/json': { schema, examples } }
    return [status, { description, content }]
  }))
}

function lineOf({ code, meaning, remedy }: ErrorCode): string {
  return `- \`${code}\`：${withoutLinks([meaning, remedy].filter(Boolean).join('。'))}`
}
