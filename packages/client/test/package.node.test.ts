import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core'
import { publint } from 'publint'
import ts from 'typescript'
import { beforeAll, describe, expect, inject, it, onTestFinished } from 'vitest'
import { installPackages, userEnvironment } from '../../../scripts/pack.ts'
import { installedSize } from '../bench/size.ts'

const project = mkdtempSync(join(tmpdir(), 'project-'))
const tarballs = inject('tarballs')
const installed = join(project, 'node_modules/@wxpay-live/client')

/** A program that uses the package. */
const program = `
import { type ClientOptions, createClient, isApiError, type SyncResponse } from '@wxpay-live/client'
import { importPublicKey } from '@wxpay-live/client/crypto'
import { scoreConfirmation } from '@wxpay-live/client/invoke'
import { safeRetry } from '@wxpay-live/client/retry'
import { requestMessage } from '@wxpay-live/client/signing'

export async function run(options: ClientOptions): Promise<string> {
  const wxpay = createClient({ ...options, retry: safeRetry({ limit: 1 }) })
  const json = { appid: 'wxd678efh567hg6787', service_id: '500001', reason: '用户投诉' }
  const answer: Response = await wxpay.v3.payscore.smartretailOrders._out_order_no_.cancel.postAsync({ out_order_no: 'A1', json })
  const { appid } = await answer.json()
  const again: SyncResponse = wxpay.chain('v3/payscore/smartretail-orders/{out_order_no}/cancel').post({ out_order_no: 'A2', json })
  const refused: unknown = await wxpay.chain('v3/payscore/smartretail-orders/{out_order_no}/cancel')
    .postAsync({ out_order_no: 'A3', json: {} }).catch((error: unknown) => error)
  const bytes: number = (await importPublicKey(Object.values(options.certs ?? {})[0]!)).usages.length
  const lines = requestMessage({ method: 'GET', url: '/', timestamp: 1, nonce: 'N', body: '' }).split('\\n').length
  const { query } = scoreConfirmation({ package: 'AAQT' })
  return [appid, again.json().appid, isApiError(refused) && refused.code, bytes, lines, query].join(' ')
}
`

/** Runs it with the settings of a sandbox that the command prints as JSON. */
const runner = `
import { readFileSync } from 'node:fs'
import { run } from './main.js'

const settings = JSON.parse(process.argv[2])
const file = name => readFileSync(settings[name], 'utf8')
console.log(await run({
  baseUrl: settings.WXPAY_BASE_URL,
  mchid: settings.WXPAY_MCHID,
  serial: settings.WXPAY_SERIAL,
  privateKey: file('WXPAY_PRIVATE_KEY'),
  certs: { [settings.WXPAY_PUBLIC_KEY_ID]: file('WXPAY_PUBLIC_KEY') },
}))
`

/** Starts the sandbox of this repository, with orders made up as they are asked for. */
async function startSandbox(): Promise<Record<string, string>> {
  const command = fileURLToPath(import.meta.resolve('@wxpay-live/sandbox/cli'))
  const args = [command, '--port', '0', '--json', '--lenient', '--identity', join(project, 'identity')]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  onTestFinished(() => void child.kill())
  const [line] = await once(createInterface(child.stdout), 'line')
  return JSON.parse(line).settings
}

beforeAll(() => {
  writeFileSync(join(project, 'package.json'), '{"type":"module"}')
  writeFileSync(join(project, 'main.ts'), program)
  writeFileSync(join(project, 'run.mjs'), runner)
  installPackages(project, ['@wxpay-live/client'], tarballs)
})

describe('the packed client', () => {
  it.each([
    ['Node', ts.ModuleKind.NodeNext, ts.ModuleResolutionKind.NodeNext],
    ['a bundler', ts.ModuleKind.ESNext, ts.ModuleResolutionKind.Bundler],
  ] as const)('type-checks in an empty project, for %s', (_, module, moduleResolution) => {
    const options = { module, moduleResolution, target: ts.ScriptTarget.ES2022, strict: true, types: [] }
    const checked = ts.createProgram([join(project, 'main.ts')], options)
    checked.emit()
    const problems = ts.getPreEmitDiagnostics(checked)
    expect(problems.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))).toEqual([])
  })

  it('runs against the sandbox, with and without a promise', async () => {
    const args = ['run.mjs', JSON.stringify(await startSandbox())]
    const output = execFileSync('node', args, { cwd: project, env: userEnvironment(), encoding: 'utf8' })
    expect(output.trim()).toBe('wxd678efh567hg6787 wxd678efh567hg6787 PARAM_ERROR 1 6 package=AAQT')
  })

  it('contains exactly the modules that its manifest names', async () => {
    const { exports, imports, scripts } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'))
    const files = JSON.stringify([exports, imports]).match(/\.\/dist[^"]+/g)!
    for (const file of files) expect(readFileSync(join(installed, file)).length, file).toBeGreaterThan(0)
    expect(readdirSync(installed).sort()).toEqual(['LICENSE', 'README.md', 'dist', 'package.json'])
    expect(Object.keys(scripts)).toEqual(['bench', 'prepack'])
    const program = 'console.log(JSON.stringify(Object.keys(await import("@wxpay-live/client"))))'
    const options = { cwd: project, env: userEnvironment(), encoding: 'utf8' } as const
    const packed = JSON.parse(execFileSync('node', ['--input-type=module', '-e', program], options))
    expect(packed.sort()).toEqual(Object.keys(await import('../src/index.ts')).sort())
  })

  it('depends on two crypto libraries and synckit', () => {
    const { dependencies } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'))
    expect(Object.keys(dependencies)).toEqual(['@noble/hashes', 'micro-rsa-dsa-dh', 'synckit'])
  })

  it('takes at most 1.6 MB with them', () => {
    expect(installedSize(join(installed, 'package.json'))).toBeLessThanOrEqual(1_600_000)
  })

  it('contains the imports of its declarations', () => {
    for (const file of readdirSync(join(installed, 'dist'), { recursive: true, encoding: 'utf8' })) {
      if (!file.endsWith('.d.ts')) continue
      const text = readFileSync(join(installed, 'dist', file), 'utf8')
      expect(text, file).not.toMatch(/from ['"]\..*\.ts['"]/)
      for (const [, path] of text.matchAll(/from ['"](\.[^'"]*)\.js['"]/g)) {
        expect(existsSync(join(installed, 'dist', file, '..', `${path}.d.ts`)), `${file}: ${path}`).toBe(true)
      }
    }
  })
})

describe('the tarball', () => {
  const tarball = readFileSync(tarballs['@wxpay-live/client']!)

  it('passes publint', async () => {
    const data = tarball.buffer.slice(tarball.byteOffset, tarball.byteOffset + tarball.byteLength)
    const { messages } = await publint({ pack: { tarball: data }, strict: true })
    expect(messages).toEqual([])
  })

  it('has types that resolve for Node and bundlers, without CommonJS', async () => {
    const result = await checkPackage(createPackageFromTarballData(tarball))
    const problems = 'problems' in result ? result.problems : ['no types']
    expect(problems.filter(problem => typeof problem === 'string'
      || !('resolutionKind' in problem) || !['node10', 'node16-cjs'].includes(problem.resolutionKind))).toEqual([])
  })
})
