/** Uploads and downloads of files; asynchronous calls load this module at their first one. */
export { fileResponse } from './file-response.ts'
export { buildMultipart } from './multipart.ts'
export { readStreams } from './read-streams.ts'
