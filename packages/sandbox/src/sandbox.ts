import type { Catalog } from '@wxpay-live/compiler/model'
import { createStorage, type Storage } from 'unstorage'
import type { Answer, Context } from './engine/call.ts'
import { createControl, type Switches } from './control/create-control.ts'
import { decrypt } from './engine/decrypt.ts'
import { failure } from './replies/error-codes.ts'
import { importKeys } from './identity/keys.ts'
import { read } from './engine/read.ts'
import { Refusal } from './replies/refusal.ts'
import { routeBy } from './engine/route.ts'
import { sign } from './engine/sign.ts'
import { validate } from './engine/validate.ts'
import { verified } from './engine/verified.ts'
import { verify } from './engine/verify.ts'
import { perform } from './flows/index.ts'
import type { Identity } from './identity/identity.ts'
import { createOutbox } from './notifications/outbox.ts'
import { randomText } from './values/random-text.ts'
import { chooseScenario } from './scenarios/choose-scenario.ts'
import type { Scenario } from './scenarios/scenarios.ts'
import type { Control } from './control/control.ts'
import { createState, type Mutex } from './state/state.ts'
import { createStore } from './state/store.ts'

export interface SandboxOptions {
  /** The operations it answers, or what loads the part of them that a path belongs to. */
  catalog: Catalog | ((path: string) => Promise<Catalog>)
  /** Whom it plays and whom it knows. */
  identity: Identity
  /** The clock, in milliseconds since the epoch. @default Date.now */
  now?: () => number
  /** Makes that many random letters and digits, for nonces and request ids. @default of crypto.getRandomValues */
  random?: (length: number) => string
  /**
   * Where its state is kept; what one request changes is one call of `setItems`, and the answer waits for it.
   *
   * @default in memory
   */
  storage?: Storage
  /** Held while a request changes the state. @default none: no other process changes it */
  mutex?: Mutex | undefined
  /** Whether an unknown business key is an error, as in the real API, instead of a plausible resource. @default false */
  strict?: boolean
  /** Whether it verifies requests and signs answers; `false` only to measure the rest. @default true */
  signatures?: boolean
  /** Waits that many milliseconds, for scenarios that are slow. @default by `setTimeout` */
  wait?: (milliseconds: number) => Promise<void>
}

/** A simulated WeChat Pay APIv3. */
export interface Sandbox {
  /**
   * Answers a request as WeChat Pay would; whatever it is sent, it answers.
   * A scenario that cuts the connection answers `Response.error()`: its `type` is `error`.
   *
   * @throws ArgumentError only where a key of the sandbox's own identity cannot be used
   */
  fetch: (request: Request) => Promise<Response>
  /** The other side of the counter. */
  control: Control
}

/** Makes a sandbox: a standard fetch handler that routes, verifies, validates, answers and signs. */
export function createSandbox({
  catalog, identity, now = Date.now, random = randomText, storage = createStorage(), mutex,
  strict = false, signatures = true, wait = waitFor,
}: SandboxOptions): Sandbox {
  const route = routeBy(catalog)
  const switches: Switches = { offset: 0 }
  const store = createStore(storage)
  const outbox = createOutbox(store)
  const state = createState({
    store, mutex, strict, mchid: identity.mchid, announce: outbox.announce,
    now: () => now() + switches.offset,
    seal: async (news, now) => outbox.seal(news, await open(), now),
  })
  const tables = async () => (typeof catalog === 'function' ? await catalog('') : catalog).notifications ?? []
  let context: Promise<Context> | undefined
  const open = () =>
    context ??= importKeys(identity)
      .then(keys => ({ identity, keys, now, random, state, strict, signatures }))

  async function answer(request: Request, path: string, context: Context): Promise<Answer> {
    const found = await route(request.method, path)
    const incoming = await read(request)
    if (signatures) {
      await verify(incoming, context)
      verified.add(request)
    }
    if (context.scenario?.fault) throw failure(context.scenario.fault)
    return perform(await decrypt(validate(found, incoming), incoming.serial, context), context)
  }

  async function respondIn(scenario: Scenario, request: Request, context: Context): Promise<Response> {
    const { origin, pathname } = new URL(request.url)
    const done = await answer(request, pathname, { ...context, scenario }).catch(asAnswer)
    if (scenario.delay) await wait(scenario.delay)
    if (scenario.cut) return Response.error()
    const flaw = done.keepsCertificate && scenario.signature === 'rotated' ? undefined : scenario.signature
    return sign(done, context, { serial: request.headers.get('Wechatpay-Serial'), flaw, origin })
  }

  return {
    async fetch(request) {
      const context = await open()
      try {
        return await respondIn(chooseScenario(request, switches.scenario), request, context)
      } catch (error) {
        return sign(asAnswer(error), context)
      }
    },
    control: createControl({ store, outbox, switches, context: open, tables }),
  }
}

const waitFor = (milliseconds: number) => new Promise<void>(resolve => setTimeout(resolve, milliseconds))

function asAnswer(error: unknown): Answer {
  if (error instanceof Refusal) return error
  throw error
}
