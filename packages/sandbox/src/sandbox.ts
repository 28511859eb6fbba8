import type { Catalog } from '@wxpay-live/compiler/model'
import { createStorage, type Storage } from 'unstorage'
import type { Control } from './control/control.ts'
import { createControl, type Switches } from './control/create-control.ts'
import type { Context } from './engine/context.ts'
import { decrypt } from './engine/decrypt.ts'
import { originOf } from './engine/origin.ts'
import { read } from './engine/read.ts'
import { routeBy } from './engine/route.ts'
import { sign } from './engine/sign.ts'
import { refuseUndefined } from './engine/undefined-members.ts'
import { validate } from './engine/validate.ts'
import { verify } from './engine/verify.ts'
import { products, scenarios } from './flows/index.ts'
import { download } from './flows/kit/downloads.ts'
import { ledgerEntry } from './flows/kit/ledger.ts'
import { media } from './flows/kit/upload.ts'
import { perform } from './flows/perform.ts'
import { createRegistry } from './flows/registry.ts'
import type { Identity } from './identity/identity.ts'
import { importKeys } from './identity/keys.ts'
import { createOutbox } from './notifications/outbox.ts'
import { platformKey } from './notifications/platform-key.ts'
import { Refusal } from './replies/refusal.ts'
import type { Reply } from './replies/reply.ts'
import { chooseScenario, scenarioOf } from './scenarios/choose-scenario.ts'
import { refusalOf } from './scenarios/refusal-of.ts'
import { createState, type Mutex } from './state/state.ts'
import { createStore } from './state/store.ts'
import { randomText } from './values/random-text.ts'

export interface SandboxOptions {
  /** The operations, or a function that loads the part of them for a path. */
  catalog: Catalog | ((path: string) => Promise<Catalog>)
  /** The platform it simulates and the merchant it knows. */
  identity: Identity
  /** Returns milliseconds since the epoch. @default Date.now */
  now?: () => number
  /** Returns random letters and digits, for nonces and request ids. @default by crypto.getRandomValues */
  random?: (length: number) => string
  /**
   * Keeps the state; the changes of one request are one call of `setItems`, and the response waits for it.
   *
   * @default in memory
   */
  storage?: Storage
  /** Held during a change of the state; needed only if other processes change it too. */
  mutex?: Mutex | undefined
  /** Whether an unknown business key is an error, as in the real API, instead of an invented record. @default true */
  strict?: boolean
  /** Name of the scenario that is switched on at first, and again after a reset. @default none */
  scenario?: string | undefined
  /** Whether it verifies requests and signs responses; `false` only to measure the rest. @default true */
  signatures?: boolean
  /** Waits that many milliseconds, for slow scenarios. @default by `setTimeout` */
  wait?: (milliseconds: number) => Promise<void>
}

/** The findings about a request, for a log. */
export interface Verdict {
  /** `unchecked` if the request was refused before. */
  signature: 'ok' | 'wrong' | 'unchecked'
  /** Locations that are accepted with doubt, such as members that the tables do not have and the API may know. */
  doubtful?: string[]
}

/** The response to a request, and the verdict on the request. */
export interface Exchange extends Verdict { response: Response }

/** A simulated WeChat Pay APIv3. */
export interface Sandbox {
  /**
   * Responds to any request as WeChat Pay would.
   * If a scenario cuts the connection, it returns `Response.error()`, whose `type` is `error`.
   *
   * @throws ArgumentError if a key of the sandbox's own identity is invalid
   */
  fetch: (request: Request) => Promise<Response>
  /** Does the same as `fetch`, and also returns the verdict on the request, for a log. */
  exchange: (request: Request) => Promise<Exchange>
  /** The other side, the clock and the scenarios. */
  control: Control
}

/**
 * Creates a sandbox: a standard fetch handler that routes, verifies, validates, performs and signs.
 *
 * @throws RangeError if the scenario is unknown
 */
export function createSandbox({
  catalog, identity, now = Date.now, random = randomText, storage, mutex,
  strict = true, signatures = true, scenario, wait = waitFor,
}: SandboxOptions): Sandbox {
  const route = routeBy(catalog)
  const initial = scenario === undefined ? undefined : scenarioOf(scenario, scenarios)
  const switches: Switches = { offset: 0, scenario: initial }
  const store = createStore(storage ?? createStorage())
  const outbox = createOutbox(store)
  const registry = createRegistry(products, [download, ledgerEntry, media, platformKey])
  const tables = async () => (typeof catalog === 'function' ? await catalog('') : catalog).notifications ?? []

  async function open(): Promise<Context> {
    const signer = { identity, keys: await importKeys(identity), now, random, signatures }
    // A storage of the caller may hold records of any product.
    if (storage) await registry.loadAll()
    const state = createState({
      store, mutex, strict, mchid: identity.mchid,
      announce: outbox.announce, listenersOf: registry.listenersOf,
      now: () => now() + switches.offset,
      seal: (news, at, scenario) => outbox.seal(news, signer, at, scenario),
    })
    return { ...signer, state, strict }
  }

  let opened: Promise<Context> | undefined
  const context = () => opened ??= open().catch((error: unknown) => {
    opened = undefined
    throw error
  })

  async function reply(request: Request, context: Context, verdict: Verdict): Promise<Reply> {
    const found = await route(request.method, new URL(request.url).pathname)
    const incoming = await read(request)
    if (signatures) {
      verdict.signature = 'wrong'
      await verify(incoming, context)
      verdict.signature = 'ok'
    }
    const refused = refusalOf(context.scenario, found.operation)
    if (refused) throw refused
    const call = validate(found, incoming)
    verdict.doubtful = [...incoming.doubtful ?? [], ...refuseUndefined(call)]
    return perform(await decrypt(call, incoming.serial, context), context, registry)
  }

  async function respond(request: Request, context: Context, verdict: Verdict): Promise<Response> {
    const scenario = chooseScenario(request, switches.scenario, scenarios)
    const done = await reply(request, { ...context, scenario }, verdict).catch(asReply)
    if (scenario?.delay) await wait(scenario.delay)
    if (scenario?.cut) return Response.error()
    const flaw = done.keepsCertificate && scenario?.signature === 'rotated' ? undefined : scenario?.signature
    return sign(done, context, {
      verified: verdict.signature === 'ok', serial: request.headers.get('Wechatpay-Serial'), flaw, origin: originOf(request),
    })
  }

  async function exchange(request: Request): Promise<Exchange> {
    const opened = await context()
    const verdict: Verdict = { signature: 'unchecked' }
    const response = await respond(request, opened, verdict)
      .catch((error: unknown) => sign(asReply(error), opened))
    return { response, ...verdict }
  }

  return {
    fetch: async request => (await exchange(request)).response,
    exchange,
    control: createControl({ store, outbox, switches, initial, context, registry, scenarios, tables }),
  }
}

const waitFor = (milliseconds: number) => new Promise<void>(resolve => setTimeout(resolve, milliseconds))

function asReply(error: unknown): Reply {
  if (error instanceof Refusal) return error
  throw error
}
