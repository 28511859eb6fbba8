import { lazy } from '../lazy.ts'
import type { KeyMaterial } from './key-material.ts'
import { createVerifier } from '#platform'
import { importVerifyingKey, verify } from '#signatures'

/** A public key of WeChat Pay, imported at the first use. */
export interface PublicKey {
  material: KeyMaterial
  verify: (message: string, signature: string) => boolean
  verifyAsync: (message: string, signature: string) => Promise<boolean>
}

/** Makes a key that verifies with or without a promise. */
export function createPublicKey(material: KeyMaterial): PublicKey {
  const verifier = lazy(() => createVerifier(material))
  const key = lazy(() => importVerifyingKey(material))
  return {
    material,
    verify: (message, signature) => verifier()(message, signature),
    verifyAsync: async (message, signature) => verify(await key(), message, signature),
  }
}
