import type { SentRequest, Verification } from '../options.ts'
import type { RawResponse } from '../raw-response.ts'
import type { Settings } from '../settings.ts'
import { assertSuccess } from './assert-success.ts'
import { type Awaitable, type Course, wait } from './course.ts'
import { authorize, type Call, draftRequest } from './draft-request.ts'
import { type UnsignedFile, unsignedFile } from './file.ts'
import { nextHost } from './hosts.ts'
import { failureOf } from './network-failure.ts'
import { nextDelay } from './next-delay.ts'

/** The steps that differ between asynchronous and synchronous calls, in their order. */
export interface Steps<Received extends RawResponse | UnsignedFile, Result> {
  /** Checks the arguments of a call and makes the body to send. */
  read: (method: string, template: string, options: unknown) => Awaitable<Call>
  /** Signs with the merchant's private key; returns base64. */
  sign: (message: string) => Awaitable<string>
  /** Sends a request and reads its response, except for a file without a signature. */
  receive: (call: Call, request: SentRequest) => Awaitable<Received>
  /** Checks the signature of a response. */
  check: (response: RawResponse) => Awaitable<Verification>
  /** Makes what the call returns, and checks the hash of a file. */
  respond: (call: Call, request: SentRequest, received: Received) => Awaitable<Result>
  /** Waits before the next attempt. */
  pause: (milliseconds: number, signal: AbortSignal | undefined) => Awaitable<void>
}

/** Sends a request, repeats it as the client's retry policy says, and returns its verified response. */
export function* send<Received extends RawResponse | UnsignedFile, Result>(
  settings: Settings, steps: Steps<Received, Result>, method: string, template: string, options: unknown,
): Course<Result> {
  const call = yield* wait(steps.read(method, template, options))
  const { hosts, idempotent, signal } = call
  let [host = ''] = hosts
  for (let attempt = 1; ; attempt++) {
    try {
      return yield* exchange(settings, steps, call, host)
    } catch (error) {
      const failed = { error, method, attempt, idempotent }
      const delay = signal?.aborted ? undefined : nextDelay(settings.retry, failed)
      if (delay === undefined) throw error
      yield* wait(steps.pause(delay, signal))
      host = nextHost(hosts, host, error)
    }
  }
}

function* exchange<Received extends RawResponse | UnsignedFile, Result>(
  settings: Settings, steps: Steps<Received, Result>, call: Call, host: string,
): Course<Result> {
  const { hooks } = settings
  call.signal?.throwIfAborted()
  const draft = draftRequest(settings, call, host)
  const request = authorize(settings, draft, yield* wait(steps.sign(draft.message)))
  hooks.request?.(request)
  let received: Received
  try {
    received = yield* wait(steps.receive(call, request))
  } catch (cause) {
    throw failureOf(call, request, cause)
  }
  const { status, headers } = received
  const verification = 'file' in received ? unsignedFile : yield* wait(steps.check(received))
  hooks.response?.({ request, status, headers, verification })
  if (!('file' in received)) assertSuccess(request, received, verification)
  return yield* wait(steps.respond(call, request, received))
}
