import { generateKeyPairSync } from 'node:crypto'
import { registerHooks } from 'node:module'
import { pathToFileURL } from 'node:url'

/**
 * Runs the bundled `client-program.ts` in the folder of its argument: the first response is a 502, the second a refusal.
 * Prints the names of the files that were loaded from that folder, as JSON.
 */
const folder = `${pathToFileURL(process.argv[2]!).href}/`
const loaded: string[] = []
registerHooks({
  load: (url, context, next) => {
    if (url.startsWith(folder)) loaded.push(url.slice(folder.length))
    return next(url, context)
  },
})

const { findOrder }: typeof import('./client-program.ts') = await import(`${folder}program.mjs`)
const createKeyPair = () => generateKeyPairSync('rsa', {
  modulusLength: 2048,
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  publicKeyEncoding: { type: 'spki', format: 'pem' },
})
const responses = [
  new Response('<h1>502 Bad Gateway</h1>', { status: 502 }),
  new Response('{"code":"PARAM_ERROR","message":"参数错误"}', { status: 400 }),
]
const end: unknown = await findOrder({
  mchid: '1900000001',
  serial: '7132D72A03E93CDDF8C03BBD1F37EEDF7B8A5B6C',
  privateKey: createKeyPair().privateKey,
  certs: { PUB_KEY_ID_0119000000012024000000000001: createKeyPair().publicKey },
  fetch: async () => responses.shift()!,
}, '1').catch((error: unknown) => error)

const { name, code } = Object(end)
if (name !== 'ApiError' || code !== 'PARAM_ERROR') throw new Error(`expected the refusal PARAM_ERROR, got ${end}`)
console.log(JSON.stringify(loaded))
