import type { RequestOptions, Upload } from '../options.ts'

/** A multipart body, and its text that is signed. */
export interface Multipart {
  body: string
  upload: Blob
}

/** Writes the multipart body of an upload. */
export type WriteUpload = (upload: FormData | Upload, boundary: string) => Multipart

/** Whether a body is sent as multipart. */
export function isUpload(body: unknown): body is FormData | Upload {
  return body instanceof FormData || (typeof body === 'object' && body !== null && 'meta' in body)
}

/** Whether the options of a request contain an upload. */
export const isUploading = (options: unknown): options is RequestOptions => isUpload(Object(options).body)
