import type { Call, Context } from '../engine/call.ts'
import type { JsonObject } from '../values/json.ts'
import type { Identity } from '../identity/identity.ts'
import type { Kind } from '../state/machine.ts'
import type { Resource } from '../state/resource.ts'
import type { Store } from '../state/store.ts'
import { placeOf, type World } from '../state/world.ts'

/** Whose key the merchant verifies with: that of a certificate, or the platform's public key. */
const platformKey: Kind = {
  name: 'platform-key',
  key: ['mchid'],
  state: 'state',
  transitions: {},
  missing: ['RESOURCE_NOT_EXISTS', ''],
  used: ['INVALID_REQUEST', ''],
}

/** Remembers whose key a request named, so that notifications name the same; requests that name none change nothing. */
export async function rememberKey({ serial }: Call, { platform }: Identity, world: World): Promise<void> {
  if (serial !== platform.serial && serial !== platform.publicKeyId) return
  const { mchid } = world
  const known: JsonObject = await world.find(platformKey, mchid) ?? { serial: platform.serial }
  if (known.serial !== serial) await world.save(platformKey, { mchid, serial })
}

/** Whose key notifications are to name; `null` where no request has named one. */
export async function keyFor(store: Store, { identity: { mchid } }: Context): Promise<string | null> {
  const known = await store.get<Resource>(placeOf(platformKey.name, mchid))
  return typeof known?.data.serial === 'string' ? known.data.serial : null
}
