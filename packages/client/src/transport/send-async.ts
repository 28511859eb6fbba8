import { importPkcs8, importSpki, sign, verify } from '../crypto/rsa.ts'
import { lazy } from '../lazy.ts'
import type { Settings } from '../settings.ts'
import { type Claim, conclude, readClaim } from '../signing/claim.ts'
import { assertSuccess } from './assert-success.ts'
import { authorize, draftRequest } from './draft-request.ts'
import { fetchRaw } from './fetch-raw.ts'
import { networkFailure } from './network-failure.ts'

/** Makes the function that sends with `fetch` and signs with WebCrypto; its twin is `createSendSync`. */
export function createSendAsync(settings: Settings) {
  const { hooks, fetch } = settings
  const signingKey = lazy(() => importPkcs8(settings.privateKey))
  const keys = new Map(Array.from(settings.certs, ([serial, spki]) => [serial, lazy(() => importSpki(spki))]))

  return async (method: string, template: string, options: unknown): Promise<Response> => {
    const draft = draftRequest(settings, method, template, options)
    const request = authorize(settings, draft, await sign(await signingKey(), draft.message))
    hooks.request?.(request)
    const raw = await fetchRaw(fetch, request).catch((cause: unknown) => {
      throw networkFailure(request, cause)
    })
    const claim = readClaim(raw, { now: settings.now(), serials: keys })
    const verification = 'signature' in claim ? conclude(claim, await holds(claim)) : claim
    hooks.response?.({ request, status: raw.status, headers: raw.headers, verification })
    assertSuccess(request, raw, verification)
    return new Response(raw.body.length > 0 ? raw.body : null, { status: raw.status, headers: raw.headers })
  }

  async function holds({ serial, message, signature }: Claim): Promise<boolean> {
    const key = await keys.get(serial)?.()
    return key !== undefined && verify(key, message, signature)
  }
}
