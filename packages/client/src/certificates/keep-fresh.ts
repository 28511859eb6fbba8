import { assertFunctions, assertKnown } from '../arguments.ts'
import { ArgumentError } from '../errors/argument-error.ts'
import type { Settings } from '../settings.ts'
import { downloadCertificates } from './download.ts'
import type { PlatformCertificate } from './trust.ts'

/** The options of `certificates()`. */
export interface CertificatesOptions {
  /** Milliseconds between downloads. @default one download only */
  refreshEvery?: number
  /** Ends the downloads. */
  signal?: AbortSignal
  /** Called if a later download fails; the client keeps the certificates it has. */
  onError?: (error: unknown) => void
}

/**
 * Downloads WeChat Pay's certificates and trusts them, repeatedly with `refreshEvery`.
 *
 * @throws what {@link downloadCertificates} throws for the first download
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
  // Keeps the timer from keeping Node alive; in a browser it is a number.
  if (typeof timer === 'object') (timer as { unref?: () => void }).unref?.()
  signal?.addEventListener('abort', () => clearInterval(timer as number), { once: true })
  return certificates
}
