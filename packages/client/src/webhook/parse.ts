import type { Credentials } from '../credentials.ts'
import { decryptAesGcm } from '../crypto/aes-gcm.ts'
import { ArgumentError } from '../errors/argument-error.ts'
import { WebhookError } from '../errors/webhook-error.ts'
import { checkAsync } from '../signing/check.ts'
import { readSource, type WebhookSource } from './read-source.ts'

/** A notification whose signature, age and resource were checked. */
export interface WebhookEvent<Resource = ReturnType<typeof JSON.parse>> {
  /** Stays the same where WeChat Pay sends the notification again. */
  id: string
  /** RFC 3339. */
  create_time: string
  /** Such as `TRANSACTION.SUCCESS`. */
  event_type: string
  resource_type: string
  summary: string
  /** What the resource is, such as `transaction`. */
  original_type: string
  /** Decrypted. */
  resource: Resource
}

/** What of a client is needed to read notifications. */
export type WebhookSettings = Pick<Credentials, 'certs' | 'secret'> & { now: () => number }

/**
 * Verifies, decrypts and reads a notification.
 *
 * @throws WebhookError where it is not proven to come from WeChat Pay within the last 5 minutes, or cannot be decrypted
 * @throws ArgumentError where the client has no `secret`, or the body is not there as it came
 */
export async function parseWebhook<Resource>(
  settings: WebhookSettings, source: WebhookSource,
): Promise<WebhookEvent<Resource>> {
  const { secret } = settings
  if (secret === undefined) throw new ArgumentError('secret', 'is needed to decrypt notifications; give it to createClient')
  const received = await readSource(source)
  const { verified, reason = '', serial } = await checkAsync(received, settings)
  if (!verified) throw new WebhookError(reason, serial)
  const { resource, ...event } = readJson<Envelope>(new TextDecoder().decode(received.body), serial)
  const { ciphertext, nonce, associated_data: associatedData, original_type } = Object(resource) as Envelope['resource']
  if (typeof ciphertext !== 'string' || typeof nonce !== 'string') throw new WebhookError('it has no encrypted resource', serial)
  const text = await decryptAesGcm({ key: secret, nonce, associatedData: associatedData ?? '', ciphertext })
    .catch((cause: unknown) => { throw new WebhookError('its resource is not encrypted with this secret', serial, { cause }) })
  return { ...event, original_type, resource: readJson<Resource>(text, serial) }
}

type Envelope = Omit<WebhookEvent, 'original_type' | 'resource'> & {
  resource: { original_type: string, nonce: string, associated_data?: string, ciphertext: string }
}

function readJson<T>(text: string, serial: string | undefined): T {
  try {
    return Object(JSON.parse(text))
  } catch (cause) {
    throw new WebhookError('it is not JSON', serial, { cause })
  }
}
