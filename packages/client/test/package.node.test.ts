import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core'
import { publint } from 'publint'
import ts from 'typescript'
import { beforeAll, describe, expect, test } from 'vitest'
import { installClient, packClient } from '../scripts/pack.ts'

const project = mkdtempSync(join(tmpdir(), 'project-'))
const sandbox = (path: string) => JSON.stringify(new URL(`../../sandbox/${path}`, import.meta.url).href)

/** What a user would write. */
const program = `
import { type ClientOptions, createClient, isApiError, type SyncResponse } from '@wxpay-live/client'
import { importPublicKey } from '@wxpay-live/client/crypto'
import { safeRetry } from '@wxpay-live/client/retry'
import { requestMessage } from '@wxpay-live/client/signing'

export async function run(options: ClientOptions): Promise<string> {
  const wxpay = createClient({ ...options, retry: safeRetry({ limit: 1 }) })
  const json = { appid: 'wxd678efh567hg6787', service_id: '500001', reason: '用户投诉' }
  const answer: Response = await wxpay.v3.payscore.smartretailOrders._out_order_no_.cancel.postAsync({ out_order_no: 'A1', json })
  const { appid } = await answer.json()
  const again: SyncResponse = wxpay.chain('v3/payscore/smartretail-orders/{out_order_no}/cancel').post({ out_order_no: 'A1', json })
  const refused: unknown = await wxpay.chain('v3/payscore/smartretail-orders/{out_order_no}/cancel')
    .postAsync({ out_order_no: 'A1', json: {} }).catch((error: unknown) => error)
  const bytes: number = (await importPublicKey(Object.values(options.certs ?? {})[0]!)).usages.length
  const lines = requestMessage({ method: 'GET', url: '/', timestamp: 1, nonce: 'N', body: '' }).split('\\n').length
  return [appid, again.json().appid, isApiError(refused) && refused.code, bytes, lines].join(' ')
}
`

/** The sandbox behind \`fetch\`, and behind HTTP for the synchronous call. */
const runner = `
import { run } from './main.js'
import { clientSettings, createSandbox } from ${sandbox('src/index.ts')}
import { createIdentity } from ${sandbox('src/identity/index.ts')}
import { catalog } from ${sandbox('test/support/catalog.ts')}
import { startServer } from './server.mjs'

const identity = await createIdentity()
const sandbox = createSandbox({ catalog, identity })
const baseUrl = await startServer({ catalog, identity })
const fetch = async (url, init) => sandbox.fetch(new Request(url, init))
console.log(await run({ ...clientSettings(identity), baseUrl, fetch }))
process.exit()
`

/** A synchronous call blocks its thread, so the server needs one of its own. */
const server = `
import { Worker, isMainThread, parentPort, workerData } from 'node:worker_threads'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { buffer } from 'node:stream/consumers'

export async function startServer(workerData) {
  const worker = new Worker(new URL(import.meta.url), { workerData })
  const [port] = await once(worker, 'message')
  return 'http://127.0.0.1:' + port
}

if (!isMainThread && workerData?.identity) {
  const { createSandbox } = await import(${sandbox('src/index.ts')})
  const sandbox = createSandbox(workerData)
  const server = createServer(async (request, response) => {
    const answer = await sandbox.fetch(new Request('http://' + request.headers.host + request.url, {
      method: request.method, headers: request.headers, body: await buffer(request),
    }))
    response.writeHead(answer.status, Object.fromEntries(answer.headers)).end(await answer.text())
  })
  server.listen(0, '127.0.0.1', () => parentPort.postMessage(server.address().port))
}
`

let installed: string
beforeAll(() => {
  writeFileSync(join(project, 'package.json'), '{"type":"module"}')
  writeFileSync(join(project, 'main.ts'), program)
  writeFileSync(join(project, 'run.mjs'), runner)
  writeFileSync(join(project, 'server.mjs'), server)
  installed = installClient(project)
}, 120_000)

test.each([
  ['Node', ts.ModuleKind.NodeNext, ts.ModuleResolutionKind.NodeNext],
  ['a bundler', ts.ModuleKind.ESNext, ts.ModuleResolutionKind.Bundler],
] as const)('the packed client type-checks in an empty project, for %s', (_, module, moduleResolution) => {
  const options = { module, moduleResolution, target: ts.ScriptTarget.ES2022, strict: true, types: [] }
  const checked = ts.createProgram([join(project, 'main.ts')], options)
  checked.emit()
  const problems = ts.getPreEmitDiagnostics(checked)
  expect(problems.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))).toEqual([])
}, 60_000)

test('it runs against the sandbox, with and without a promise', () => {
  const output = execFileSync('node', ['run.mjs'], { cwd: project, encoding: 'utf8', timeout: 60_000 })
  expect(output.trim()).toBe('wxd678efh567hg6787 wxd678efh567hg6787 PARAM_ERROR 1 6')
}, 90_000)

test('every module it names is there, and nothing else', async () => {
  const { exports, imports, scripts } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'))
  const files = JSON.stringify([exports, imports]).match(/\.\/dist[^"]+/g)!
  for (const file of files) expect(readFileSync(join(installed, file)).length, file).toBeGreaterThan(0)
  expect(readdirSync(installed).sort()).toEqual(['LICENSE', 'README.md', 'dist', 'package.json'])
  expect(scripts).toBeUndefined()
  const packed = await import(pathToFileURL(join(installed, exports['.'].default)).href)
  expect(Object.keys(packed).sort()).toEqual(Object.keys(await import('../src/index.ts')).sort())
})

test('what its declarations import is in the package', () => {
  for (const file of readdirSync(join(installed, 'dist'), { recursive: true, encoding: 'utf8' })) {
    if (file.endsWith('.ts')) expect(readFileSync(join(installed, 'dist', file), 'utf8'), file).not.toMatch(/from '\..*\.ts'/)
  }
})

describe('the tarball', () => {
  const tarball = readFileSync(packClient())

  test('is right for publint', async () => {
    const data = tarball.buffer.slice(tarball.byteOffset, tarball.byteOffset + tarball.byteLength)
    const { messages } = await publint({ pack: { tarball: data }, strict: true })
    expect(messages).toEqual([])
  })

  test('has types that resolve for Node and bundlers; there is no CommonJS to resolve them for', async () => {
    const result = await checkPackage(createPackageFromTarballData(tarball))
    const problems = 'problems' in result ? result.problems : ['no types']
    expect(problems.filter(problem => typeof problem === 'string'
      || !('resolutionKind' in problem) || !['node10', 'node16-cjs'].includes(problem.resolutionKind))).toEqual([])
  }, 60_000)
})
