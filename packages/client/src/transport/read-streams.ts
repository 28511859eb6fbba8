import type { RequestOptions } from '../options.ts'

/** Replaces the streams of an upload, those of Node and those of the platform, by what they hold. */
export async function readStreams(options: RequestOptions): Promise<RequestOptions> {
  const parts = await Promise.all(Object.entries(Object(options.body)).map(async ([name, value]) =>
    [name, isStream(value) ? new Blob(await collect(value)) : value]))
  return { ...options, body: Object.fromEntries(parts) }
}

const isStream = (value: unknown): value is AsyncIterable<BlobPart> =>
  typeof value === 'object' && value !== null && Symbol.asyncIterator in value

async function collect(stream: AsyncIterable<BlobPart>): Promise<BlobPart[]> {
  const chunks: BlobPart[] = []
  for await (const chunk of stream) chunks.push(chunk)
  return chunks
}
