/** Uploads and downloads of files, which an asynchronous call loads when it needs them. */
export { fileResponse } from './file-response.ts'
export { readUploadCall } from './upload-call.ts'
