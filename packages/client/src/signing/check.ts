import type { PublicKey } from '../crypto/public-key.ts'
import type { Verification } from '../options.ts'
import { conclude, readClaim, type Received } from './claim.ts'

/** The clock and the keys that check a signature. */
export interface Verifiers<Key> {
  /** Milliseconds since the epoch. */
  now: () => number
  /** By serial number or `PUB_KEY_ID_…`; looked up at each check, since certificates change. */
  certs: ReadonlyMap<string, Key>
}

/** Checks whether WeChat Pay signed a response or notification in the last 5 minutes. */
export function check(raw: Received, { now, certs }: Verifiers<Pick<PublicKey, 'verify'>>): Verification {
  const claim = readClaim(raw, { now: now(), serials: certs })
  if (!('signature' in claim)) return claim
  return conclude(claim, certs.get(claim.serial)!.verify(claim.message, claim.signature))
}

/** Checks whether WeChat Pay signed a response or notification in the last 5 minutes. */
export async function checkAsync(
  raw: Received, { now, certs }: Verifiers<Pick<PublicKey, 'verifyAsync'>>,
): Promise<Verification> {
  const claim = readClaim(raw, { now: now(), serials: certs })
  if (!('signature' in claim)) return claim
  return conclude(claim, await certs.get(claim.serial)!.verifyAsync(claim.message, claim.signature))
}
