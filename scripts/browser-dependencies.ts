/**
 * What our packages import in a browser. Vite's dev server is told beforehand: found late, a dependency makes it reload
 * the page, in the middle of a test or of the first Run.
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
