import { encryptAesGcm } from '@wxpay-live/client/crypto'
import type { Signer } from '../engine/context.ts'
import { signatureHeaders } from '../engine/sign.ts'
import type { Scenario } from '../scenarios/scenarios.ts'
import type { News } from '../state/world.ts'
import { beijingTime } from '../values/beijing-time.ts'
import type { Notification } from './notification.ts'

/** News, the serial of the key that its notification names, and the scenario. */
interface Addressed extends News {
  serial: string | null
  scenario?: Scenario | undefined
}

/** Makes a notification of news: its resource is encrypted with the APIv3 key, its body signed. */
export async function seal(
  id: string, news: Addressed, createdAt: number, signer: Signer,
): Promise<Notification> {
  const { event_type, summary, original_type, notify_url, resource, serial, scenario } = news
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
  const played = playedBy(scenario)
  const draft = { id, event_type, notify_url, body, resource, createdAt, ...played, deliveries: [] }
  // During the transition any key may sign, whichever the merchant has named.
  const isOpen = serial === null || scenario?.signature === 'either'
  const { headers } = await attempt({ ...draft, headers: isOpen ? {} : { 'Wechatpay-Serial': serial } }, signer)
  return { ...draft, headers }
}

/** Keeps the members of a scenario that concern notifications. */
function playedBy(scenario: Scenario | undefined): Pick<Notification, 'scenario'> {
  if (!scenario?.signature && !scenario?.notifications) return {}
  const { name, signature, notifications } = scenario
  return { scenario: { name, ...signature && { signature }, ...notifications && { notifications } } }
}

type Sendable = Pick<Notification, 'notify_url' | 'body' | 'headers' | 'scenario' | 'deliveries'>

/** Returns a request that delivers the notification, signed now with the key that its headers name. */
export async function attempt(notification: Sendable, signer: Signer) {
  const { notify_url, body, headers: before } = notification
  const headers = {
    'Content-Type': 'application/json',
    'Request-ID': signer.random(32),
    ...await signatureHeaders(body, signer, { serial: before['Wechatpay-Serial'] ?? null, flaw: flawOf(notification) }),
  }
  return { url: notify_url, headers, body }
}

/** Only the first attempt has a wrong signature: WeChat Pay repeats a notification that the merchant refuses. */
function flawOf({ scenario, deliveries }: Sendable): Scenario['signature'] {
  const flaw = scenario?.signature
  return deliveries.length && (flaw === 'wrong' || flaw === 'probe') ? undefined : flaw
}
