import { createHash } from 'node:crypto'
import { minify } from 'vite'
import type { HeadConfig, TransformContext } from 'vitepress'

/**
 * Returns the policy of every page. Example code runs in workers that inherit it: it reaches only this site, and through it
 * the sandbox. `frame-ancestors` works only in a header: see the README.
 *
 * @param scripts sources that allow inline scripts
 */
function policyWith(scripts: string[]): string {
  return [
    `default-src 'self'`,
    // `wasm-unsafe-eval` is for PHP, `blob:` for the modules of examples.
    `script-src 'self' ${scripts.join(' ')} 'wasm-unsafe-eval' blob:`,
    `style-src 'self' 'unsafe-inline'`,
    `img-src 'self' data:`,
    `worker-src 'self' blob:`,
    `connect-src 'self' blob:`,
    `object-src 'none'`,
    `frame-src 'none'`,
    `base-uri 'none'`,
    `form-action 'none'`,
  ].join('; ')
}

const tagOf = (policy: string) => `<meta http-equiv="Content-Security-Policy" content="${policy}">`

const developmentPolicy = policyWith([`'unsafe-inline'`])

/** The policy in development, where Vite adds inline scripts. {@link withPolicy} replaces it in the built site. */
export const policyTag: HeadConfig = ['meta', { 'http-equiv': 'Content-Security-Policy', 'content': developmentPolicy }]

/** The element of a page that a browser must find in its first 1024 bytes, so that the policy follows it. */
const charset = '<meta charset="utf-8">'

/**
 * Puts the policy into a built page, before all that it governs. It allows the inline scripts of the site's own head, by
 * their hashes, and none that the page brings.
 */
export async function withPolicy(html: string, _file: string, context: TransformContext): Promise<string> {
  const scripts = context.siteConfig.site.head.flatMap(([tag, , script]) => tag === 'script' && script ? [script] : [])
  const policy = policyWith(await Promise.all(scripts.map(sourceOf)))
  return html.replace(tagOf(developmentPolicy), '').replace(charset, `${charset}\n    ${tagOf(policy)}`)
}

/** The sources that allow scripts: all pages have the same ones. */
const sources = new Map<string, Promise<string>>()

/** Returns the source that allows an inline script. */
function sourceOf(script: string): Promise<string> {
  const source = sources.get(script) ?? hashOf(script)
  sources.set(script, source)
  return source
}

/** The hash of an inline script as VitePress writes it: minified. */
async function hashOf(script: string): Promise<string> {
  const { code } = await minify('inline-script.js', script)
  return `'sha256-${createHash('sha256').update(code).digest('base64')}'`
}
