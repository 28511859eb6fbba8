import { lazy } from '../lazy.ts'
import type { KeyMaterial } from './key-material.ts'
import { createSigner } from '#platform'
import { importSigningKey, sign } from '#signatures'

/** The merchant's private key, imported at the first use. Signatures are base64. */
export interface PrivateKey {
  material: KeyMaterial
  sign: (message: string) => string
  signAsync: (message: string) => Promise<string>
}

/** Makes a key that signs with or without a promise. */
export function createPrivateKey(material: KeyMaterial): PrivateKey {
  const signer = lazy(() => createSigner(material))
  const key = lazy(() => importSigningKey(material))
  return {
    material,
    sign: message => signer()(message),
    signAsync: async message => sign(await key(), message),
  }
}
