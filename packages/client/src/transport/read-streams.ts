import type { Delivery } from '../delivery.ts'
import { ArgumentError } from '../errors/argument-error.ts'
import type { RequestOptions } from '../options.ts'
import { readCallOptions } from './call-options.ts'
import { startDeadline } from './deadline.ts'
import { reasonsOf } from './network-failure.ts'

/**
 * Reads the streams of an upload, both Node's and the platform's, into Blobs.
 *
 * @throws ArgumentError naming an unusable option, or the part whose stream fails or is too slow
 */
export async function readStreams(client: Delivery, options: RequestOptions): Promise<RequestOptions> {
  if (options.body instanceof FormData) return options
  const { timeout, signal } = readCallOptions(client, options)
  const deadline = startDeadline(timeout, signal)
  const read = async (name: string, stream: AsyncIterable<BlobPart>) =>
    new Blob(await deadline.race(collect(stream)).catch((cause: unknown) => {
      throw signal?.aborted ? cause : new ArgumentError(`body.${name}`, `cannot be read: ${reasonsOf(cause)}`, { cause })
    }))
  const parts = await Promise.all(Object.entries(Object(options.body)).map(async ([name, value]) =>
    [name, isStream(value) ? await read(name, value) : value])).finally(deadline.stop)
  return { ...options, body: Object.fromEntries(parts) }
}

const isStream = (value: unknown): value is AsyncIterable<BlobPart> =>
  typeof value === 'object' && value !== null && Symbol.asyncIterator in value

async function collect(stream: AsyncIterable<BlobPart>): Promise<BlobPart[]> {
  const chunks: BlobPart[] = []
  for await (const chunk of stream) chunks.push(chunk)
  return chunks
}
