import { assertFunctions, assertKnown } from '../arguments.ts'
import { ArgumentError } from '../errors/argument-error.ts'
import type { Settings } from '../settings.ts'
import { downloadCertificates } from './download.ts'
import type { PlatformCertificate } from './trust.ts'

/** How platform certificates are kept. */
export interface CertificatesOptions {
  /** Milliseconds after which to download them again, and again. @default never */
  refreshEvery?: number
  /** Ends the refreshing. */
  signal?: AbortSignal
  /** Told when a refresh failed; the certificates stay as they are until the next. */
  onError?: (error: unknown) => void
}

/**
 * Downloads WeChat Pay's certificates, trusts them, and keeps them fresh if asked to.
 *
 * @throws what {@link downloadCertificates} throws, over the first download
 */
export async function keepCertificates(
  settings: Settings, options: CertificatesOptions = {},
): Promise<PlatformCertificate[]> {
  assertKnown('the options of certificates()', options, ['refreshEvery', 'signal', 'onError'])
  const { refreshEvery, signal, onError } = options
  assertFunctions({ onError })
  if (refreshEvery !== undefined && !(refreshEvery > 0 && refreshEvery < 2 ** 31)) {
    throw new ArgumentError('refreshEvery', 'expected milliseconds above 0 and below 2147483648')
  }
  const certificates = await downloadCertificates(settings)
  if (refreshEvery === undefined || signal?.aborted) return certificates
  const timer: unknown = setInterval(() => {
    downloadCertificates(settings).catch(onError ?? (() => {}))
  }, refreshEvery)
  // Node would otherwise never end; a browser's timer is a number.
  if (typeof timer === 'object') (timer as { unref?: () => void }).unref?.()
  signal?.addEventListener('abort', () => clearInterval(timer as number), { once: true })
  return certificates
}
