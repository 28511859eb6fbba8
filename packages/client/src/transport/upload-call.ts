import type { RequestOptions } from '../options.ts'
import type { Settings } from '../settings.ts'
import { readCallOptions } from './call-options.ts'
import { type Call, readCall } from './draft-request.ts'
import { buildMultipart } from './multipart.ts'
import { readStreams } from './read-streams.ts'

/**
 * Reads the arguments of a call that uploads, streams included. Loaded at the first upload.
 *
 * @throws ArgumentError where an option is unknown or cannot be sent
 */
export async function readUploadCall(
  settings: Settings, method: string, template: string, options: RequestOptions,
): Promise<Call> {
  const whole = options.body instanceof FormData
    ? options
    : await readStreams(options, readCallOptions(settings, options))
  return readCall(settings, method, template, whole, buildMultipart)
}
