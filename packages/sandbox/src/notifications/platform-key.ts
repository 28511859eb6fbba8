import type { Call } from '../engine/call.ts'
import type { Signer } from '../engine/context.ts'
import type { Identity } from '../identity/identity.ts'
import type { RecordType } from '../state/record-type.ts'
import type { Resource } from '../state/resource.ts'
import type { Store } from '../state/store.ts'
import { storageKey, type World } from '../state/world.ts'
import type { JsonObject } from '../values/json.ts'

/** The serial of the certificate, or the id of the public key, that the merchant verifies with. */
export const platformKey: RecordType = {
  name: 'platform-key',
  label: '商户验签用的公钥或证书',
  key: ['mchid'],
  missing: ['RESOURCE_NOT_EXISTS', ''],
  used: ['INVALID_REQUEST', ''],
}

/** Stores the serial that a request names, so that notifications use the same key. */
export async function rememberSerial({ serial }: Call, { platform }: Identity, world: World): Promise<void> {
  if (serial !== platform.serial && serial !== platform.publicKeyId) return
  const { mchid } = world
  const known: JsonObject = await world.find(platformKey, mchid) ?? { serial: platform.serial }
  if (known.serial !== serial) await world.save(platformKey, { mchid, serial })
}

/** Returns the serial that notifications name; `null` if no request has named one. */
export async function serialFor(store: Store, { identity: { mchid } }: Signer): Promise<string | null> {
  const known = await store.get<Resource>(storageKey(platformKey.name, mchid))
  return typeof known?.data.serial === 'string' ? known.data.serial : null
}
