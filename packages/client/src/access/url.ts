import { ArgumentError } from '../errors/argument-error.ts'
import { serializeQuery } from './query.ts'
import { fillTemplate } from './template.ts'

/**
 * The URL of a request, in exactly the characters that are signed and sent.
 *
 * @throws ArgumentError where a variable or parameter is unusable, or the platform would change the URL on its way
 */
export function buildUrl(
  baseUrl: string, template: string, variables: Record<string, unknown>, query: object,
): string {
  if (/[?#]/.test(template)) {
    throw new ArgumentError('path', `${template} holds "?" or "#"; write the query as { query: { … } }`)
  }
  if (template === '/' || template.includes('//')) {
    throw new ArgumentError('path', `${template} has an empty segment; write it as /v3/…`)
  }
  const url = baseUrl + fillTemplate(template, variables) + serializeQuery(query)
  const { href } = new URL(url)
  if (href !== url) {
    throw new ArgumentError('path', `${template} would not be sent as written; put its values into {variables}`)
  }
  return url
}
