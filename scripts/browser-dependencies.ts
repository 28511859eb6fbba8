/**
 * Dependencies that our packages import in a browser. Vite's dev server bundles them at its start: bundling one later
 * would reload the page, in the middle of a test or of the first Run.
 */
export const browserDependencies = [
  '@noble/hashes/legacy.js',
  '@noble/hashes/sha2.js',
  'es-module-lexer/js',
  'hono',
  'micro-rsa-dsa-dh/rsa.js',
  'object-inspect',
  'shiki/core',
  'shiki/engine/javascript',
  'shiki/langs/go.mjs',
  'shiki/langs/java.mjs',
  'shiki/langs/python.mjs',
  'shiki/themes/github-dark-default.mjs',
  'shiki/themes/github-light-high-contrast.mjs',
  'sucrase',
  'unstorage',
]

/** The same for the editor of the site. */
export const editorDependencies = [
  '@codemirror/autocomplete',
  '@codemirror/commands',
  '@codemirror/language',
  '@codemirror/lint',
  '@codemirror/search',
  '@codemirror/state',
  '@codemirror/view',
  '@lezer/highlight',
  '@lezer/javascript',
  '@lezer/php',
]
