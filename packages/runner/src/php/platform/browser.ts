import './dom.ts'

export { default as createInstance } from 'php-wasm/php8.4-web.mjs'

/** The PHP files of the prelude, by their paths. */
export const prelude = import.meta.glob<string>('../prelude/**/*.php', { query: '?raw', import: 'default', eager: true })
