import type { Credentials } from '../credentials.ts'
import { decryptAesGcm } from '../crypto/aes-gcm.ts'
import { ArgumentError } from '../errors/argument-error.ts'
import { WebhookError } from '../errors/webhook-error.ts'
import { checkAsync } from '../signing/check.ts'
import type { Received } from '../signing/claim.ts'
import { encodeUtf8 } from '../utf8.ts'
import { readSource, type WebhookSource } from './read-source.ts'

/** A verified and decrypted notification. */
export interface WebhookEvent<Resource = ReturnType<typeof JSON.parse>> {
  /** The same if WeChat Pay sends the notification again. */
  id: string
  /** RFC 3339. */
  create_time: string
  /** Such as `TRANSACTION.SUCCESS`. */
  event_type: string
  resource_type: string
  summary: string
  /** Type of the resource, such as `transaction`. */
  original_type: string
  /** Decrypted. */
  resource: Resource
}

/** The settings of a client that read notifications. */
export type WebhookSettings = Pick<Credentials, 'certs' | 'secret'> & { now: () => number }

/**
 * Verifies, decrypts and reads a notification.
 *
 * @throws WebhookError if it was not signed by WeChat Pay within the last 5 minutes, or cannot be decrypted
 * @throws ArgumentError if the client has no `secret`, or the body was parsed or read before
 */
export async function parseWebhook<Resource>(
  settings: WebhookSettings, source: WebhookSource,
): Promise<WebhookEvent<Resource>> {
  const { secret } = settings
  if (secret === undefined) throw new ArgumentError('secret', 'missing; createClient needs it to decrypt notifications')
  const received = await readSource(source)
  const { verified, reason = '', serial } = await checkAsync(received, settings)
  if (!verified) throw new WebhookError(await isRewritten(received, settings) ? rewritten : reason, serial)
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

const rewritten = 'the body was parsed and written again; use the raw body'

/** Whether the same JSON is signed in another spelling: WeChat Pay writes it without white space and escapes. */
async function isRewritten(received: Received, settings: WebhookSettings): Promise<boolean> {
  try {
    const body = encodeUtf8(JSON.stringify(JSON.parse(new TextDecoder().decode(received.body))))
    return (await checkAsync({ ...received, body }, settings)).verified
  } catch {
    return false
  }
}

function readJson<T>(text: string, serial: string | undefined): T {
  try {
    return Object(JSON.parse(text))
  } catch (cause) {
    throw new WebhookError('it is not JSON', serial, { cause })
  }
}
