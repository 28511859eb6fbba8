import { ArgumentError } from '../errors/argument-error.ts'
import { serializeQuery } from './query.ts'
import { fillTemplate } from './template.ts'

/**
 * Builds the URL of a request, exactly as it is signed and sent.
 *
 * @throws ArgumentError if a variable or parameter is unusable, or if `fetch` would send another URL
 */
export function buildUrl(
  baseUrl: string, template: string, variables: Record<string, unknown>, query: object,
): string {
  if (/[?#]/.test(template)) {
    throw new ArgumentError('path', `${template} has a "?" or "#"; write { query: { … } }`)
  }
  if (template === '/' || template.includes('//')) {
    throw new ArgumentError('path', `${template} has an empty segment; write it as /v3/…`)
  }
  const url = baseUrl + fillTemplate(template, variables) + serializeQuery(query)
  const { href } = new URL(url)
  if (href !== url) {
    throw new ArgumentError('path', `${template} would be sent as another URL; use {variables} for its values`)
  }
  return url
}
