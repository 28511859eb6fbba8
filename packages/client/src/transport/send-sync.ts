import { lazy } from '../lazy.ts'
import type { RawResponse, SentRequest } from '../options.ts'
import type { Settings } from '../settings.ts'
import { type Claim, conclude, readClaim } from '../signing/claim.ts'
import { SyncResponse } from '../sync-response.ts'
import { assertSuccess } from './assert-success.ts'
import { authorize, draftRequest } from './draft-request.ts'
import { networkFailure } from './network-failure.ts'
import { createSigner, createVerifier } from '#sync'

/** Makes the function that blocks until the response is there; its twin is `createSendAsync`. */
export function createSendSync(settings: Settings) {
  const { hooks, fetchSync } = settings
  const signer = lazy(() => createSigner(settings.privateKey))
  const verifiers = new Map(
    Array.from(settings.certs, ([serial, spki]) => [serial, lazy(() => createVerifier(spki))]))

  return (method: string, template: string, options: unknown): SyncResponse => {
    const draft = draftRequest(settings, method, template, options)
    const request = authorize(settings, draft, signer()(draft.message))
    hooks.request?.(request)
    const raw = send(request)
    const claim = readClaim(raw, { now: settings.now(), serials: verifiers })
    const verification = 'signature' in claim ? conclude(claim, holds(claim)) : claim
    hooks.response?.({ request, status: raw.status, headers: raw.headers, verification })
    assertSuccess(request, raw, verification)
    return new SyncResponse(raw)
  }

  function send(request: SentRequest): RawResponse {
    try {
      return fetchSync(request)
    } catch (cause) {
      throw networkFailure(request, cause)
    }
  }

  function holds({ serial, message, signature }: Claim): boolean {
    return verifiers.get(serial)?.()(message, signature) ?? false
  }
}
