import { encryptAesGcm } from '@wxpay-live/client/crypto'
import type { Signer } from '../engine/context.ts'
import { signatureHeaders } from '../engine/sign.ts'
import type { News } from '../state/world.ts'
import { beijingTime } from '../values/beijing-time.ts'
import type { Notification } from './notification.ts'

/** News, and the serial of the key that its notification names. */
interface Addressed extends News { serial: string | null }

/** Makes a notification of news: its resource is encrypted with the APIv3 key, its body signed. */
export async function seal(
  id: string, news: Addressed, createdAt: number, signer: Signer,
): Promise<Notification> {
  const { event_type, summary, original_type, notify_url, resource, serial } = news
  const nonce = signer.random(12)
  const plaintext = JSON.stringify(resource)
  const body = JSON.stringify({
    id,
    create_time: beijingTime(createdAt),
    resource_type: 'encrypt-resource',
    event_type,
    summary,
    resource: {
      original_type,
      algorithm: 'AEAD_AES_256_GCM',
      ciphertext: await encryptAesGcm({
        key: signer.identity.secret, nonce, associatedData: original_type, plaintext,
      }),
      associated_data: original_type,
      nonce,
    },
  })
  const serialHeader: Record<string, string> = serial === null ? {} : { 'Wechatpay-Serial': serial }
  const { headers } = await attempt({ notify_url, body, headers: serialHeader }, signer)
  return { id, event_type, notify_url, headers, body, resource, createdAt, deliveries: [] }
}

type Sendable = Pick<Notification, 'notify_url' | 'body' | 'headers'>

/** Returns a request that delivers the notification, signed now with the key that its headers name. */
export async function attempt({ notify_url, body, headers: before }: Sendable, signer: Signer) {
  const headers = {
    'Content-Type': 'application/json',
    'Request-ID': signer.random(32),
    ...await signatureHeaders(body, signer, { serial: before['Wechatpay-Serial'] ?? null }),
  }
  return { url: notify_url, headers, body }
}
