import type { PublicKey } from '../crypto/public-key.ts'
import type { Verification } from '../options.ts'
import { conclude, readClaim, type Received } from './claim.ts'

/** What a signature is checked with. */
export interface Verifiers<Key> {
  /** Milliseconds since the epoch. */
  now: () => number
  /** By serial number or `PUB_KEY_ID_…`; looked up at each check, since certificates come and go. */
  certs: ReadonlyMap<string, Key>
}

/** Checks whether something was signed by WeChat Pay, and lately. */
export function check(raw: Received, { now, certs }: Verifiers<Pick<PublicKey, 'verify'>>): Verification {
  const claim = readClaim(raw, { now: now(), serials: certs })
  if (!('signature' in claim)) return claim
  return conclude(claim, certs.get(claim.serial)!.verify(claim.message, claim.signature))
}

/** Checks whether something was signed by WeChat Pay, and lately. */
export async function checkAsync(
  raw: Received, { now, certs }: Verifiers<Pick<PublicKey, 'verifyAsync'>>,
): Promise<Verification> {
  const claim = readClaim(raw, { now: now(), serials: certs })
  if (!('signature' in claim)) return claim
  return conclude(claim, await certs.get(claim.serial)!.verifyAsync(claim.message, claim.signature))
}
