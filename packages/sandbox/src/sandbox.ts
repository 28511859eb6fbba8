import type { Catalog } from '@wxpay-live/compiler/model'
import type { Answer, Context } from './engine/call.ts'
import { importKeys } from './engine/keys.ts'
import { read } from './engine/read.ts'
import { Refusal } from './engine/refusal.ts'
import { createRouter } from './engine/route.ts'
import { sign } from './engine/sign.ts'
import { validate } from './engine/validate.ts'
import { verify } from './engine/verify.ts'
import { responderOf } from './flows/index.ts'
import type { Identity } from './identity/identity.ts'
import { randomText } from './random-text.ts'

export interface SandboxOptions {
  /** The operations it answers. */
  catalog: Catalog
  /** Whom it plays and whom it knows. */
  identity: Identity
  /** The clock, in milliseconds since the epoch. @default Date.now */
  now?: () => number
  /** Makes that many random letters and digits, for nonces and request ids. @default of crypto.getRandomValues */
  random?: (length: number) => string
}

/** A simulated WeChat Pay APIv3. */
export interface Sandbox {
  /**
   * Answers a request as WeChat Pay would; whatever it is sent, it answers.
   *
   * @throws ArgumentError only where a key of the sandbox's own identity cannot be used
   */
  fetch: (request: Request) => Promise<Response>
}

/** Makes a sandbox: a standard fetch handler that routes, verifies, validates, answers and signs. */
export function createSandbox(
  { catalog, identity, now = Date.now, random = randomText }: SandboxOptions,
): Sandbox {
  const route = createRouter(catalog.operations)
  let context: Promise<Context> | undefined

  async function answer(request: Request, context: Context): Promise<Answer> {
    const found = route(request.method, new URL(request.url).pathname)
    const incoming = await read(request)
    await verify(incoming, context)
    return responderOf(found.operation)(validate(found, incoming), context)
  }

  return {
    async fetch(request) {
      context ??= importKeys(identity).then(keys => ({ identity, keys, now, random }))
      const known = await context
      return sign(await answer(request, known).catch(asAnswer), known)
    },
  }
}

function asAnswer(error: unknown): Answer {
  if (error instanceof Refusal) return error
  throw error
}
