/**
 * Dependencies of our packages in a browser, for Vite's dev server. If it discovers one late, it reloads the page in the
 * middle of a test or of the first Run.
 */
export const browserDependencies = [
  '@noble/hashes/legacy.js',
  '@noble/hashes/sha2.js',
  '@noble/hashes/utils.js',
  'hono',
  'micro-rsa-dsa-dh/rsa.js',
  'object-inspect',
  'sucrase',
  'unstorage',
]
