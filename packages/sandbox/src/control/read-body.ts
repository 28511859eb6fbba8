import type { Context } from 'hono'

/** A request to the control API that it does not understand. */
export class InputError extends Error {
  override name = 'InputError' as const
}

type Kinds = Record<string, 'string' | 'number' | 'string?'>

type Values<K extends Kinds> = {
  [Name in keyof K]: K[Name] extends 'number' ? number : K[Name] extends 'string' ? string : string | undefined
}

/**
 * Reads the JSON body of a request; an empty one counts as `{}`.
 *
 * @throws InputError that names the member which is missing, unknown or of another type
 */
export async function readBody<const K extends Kinds>(c: Context, kinds: K): Promise<Values<K>> {
  const text = await c.req.text()
  const body = parse(text || '{}')
  const unknown = Object.keys(body).find(name => !Object.hasOwn(kinds, name))
  if (unknown !== undefined) throw new InputError(`${unknown} is unknown, expected ${Object.keys(kinds).join(', ') || 'an empty body'}`)
  for (const [name, kind] of Object.entries(kinds)) {
    const optional = kind.endsWith('?')
    const value = body[name] ?? undefined
    if (value === undefined ? !optional : typeof value !== kind.replace('?', '')) {
      throw new InputError(`${name} must be a ${kind.replace('?', '')}${optional ? ' or left out' : ''}`)
    }
  }
  return body as Values<K>
}

function parse(text: string): Record<string, unknown> {
  try {
    const body: unknown = JSON.parse(text)
    if (typeof body === 'object' && body !== null && !Array.isArray(body)) return body as Record<string, unknown>
  } catch {
    // The one error below says what is expected in either case.
  }
  throw new InputError('the body must be a JSON object')
}
