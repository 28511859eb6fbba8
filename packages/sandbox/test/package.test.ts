import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { publint } from 'publint'
import ts from 'typescript'
import { beforeAll, describe, expect, inject, it, onTestFinished } from 'vitest'
import { installPackages, userEnvironment } from '../../../scripts/pack.ts'
import { startProcess } from '../../../test/support/process.ts'
import { createInbox } from './support/inbox.ts'

const project = mkdtempSync(join(tmpdir(), 'project-'))
const installed = join(project, 'node_modules/@wxpay-live/sandbox')

/** A user's program: the command gets one order, the library others. */
const program = `
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type ClientOptions, createClient } from '@wxpay-live/client'
import { clientSettings, createSandbox, type Sandbox } from '@wxpay-live/sandbox'
import { createIdentity } from '@wxpay-live/sandbox/identity'
import { sandboxHandlers } from '@wxpay-live/sandbox/msw'
import { serve, type SandboxServer } from '@wxpay-live/sandbox/server'
import { setupServer } from 'msw/node'

async function order(options: ClientOptions): Promise<string> {
  const json = {
    appid: 'wxd678efh567hg6787', mchid: options.mchid, description: 'QQ公仔', out_trade_no: 'ORDER_A1',
    notify_url: 'http://127.0.0.1:9/', amount: { total: 100, currency: 'CNY' },
  }
  const response: Response = await createClient(options).chain('v3/pay/transactions/native').postAsync({ json })
  return (await response.json()).code_url
}

const file = (path: string) => readFileSync(path, 'utf8')
const settings = JSON.parse(process.argv[2]!)
const ordered = await order({
  baseUrl: settings.WXPAY_BASE_URL,
  mchid: settings.WXPAY_MCHID,
  serial: settings.WXPAY_SERIAL,
  privateKey: file(settings.WXPAY_PRIVATE_KEY),
  certs: { [settings.WXPAY_PUBLIC_KEY_ID]: file(settings.WXPAY_PUBLIC_KEY) },
  secret: settings.WXPAY_APIV3_KEY,
})

const identity = await createIdentity()
const catalog = createRequire(import.meta.url)('@wxpay-live/openapi/catalog.json')
const sandbox: Sandbox = createSandbox({ catalog, identity })
const server: SandboxServer = await serve({ sandbox, port: 0 })
const served = await order({ ...clientSettings(identity), baseUrl: server.url })
await server.close()
setupServer(...sandboxHandlers(sandbox)).listen()
const intercepted = await order(clientSettings(identity))
console.log(JSON.stringify({ ordered, served, intercepted }))
`

beforeAll(() => {
  writeFileSync(join(project, 'package.json'), '{"type":"module"}')
  writeFileSync(join(project, 'main.ts'), program)
  installPackages(project, ['wxpay-sandbox'], inject('tarballs'))
  // The user's own dependencies: msw and the types of Node.
  const modules = fileURLToPath(new URL('../../../node_modules', import.meta.url))
  for (const name of ['msw', '@types']) symlinkSync(join(modules, name), join(project, 'node_modules', name))
})

/** Starts the installed command; returns a function that reads the next line of its settings and its log. */
function startCommand() {
  const { child, stop } = startProcess('npx', ['wxpay-sandbox', '--port', '0', '--json'], {
    cwd: project, env: userEnvironment(),
  })
  onTestFinished(stop)
  const lines = createInbox<string>()
  for (const stream of [child.stdout, child.stderr]) createInterface(stream).on('line', lines.add)
  return async () => JSON.parse(await lines.next())
}

describe('the packed sandbox', () => {
  it('type-checks in a program that uses every entry point', () => {
    const checked = ts.createProgram([join(project, 'main.ts')], {
      module: ts.ModuleKind.NodeNext, target: ts.ScriptTarget.ES2022, strict: true,
      typeRoots: [join(project, 'node_modules/@types')], types: ['node'],
    })
    const ours = checked.getSourceFiles().filter(({ fileName }) => /main\.ts$|@wxpay-live/.test(fileName))
    for (const file of ours) checked.emit(file)
    const problems = ours.flatMap(file => [...checked.getSemanticDiagnostics(file)])
    expect(problems.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))).toEqual([])
    expect(ours.length).toBeGreaterThan(20)
  })

  it('responds to the packed client, as a command and as a library', async () => {
    const nextLine = startCommand()
    const { event, settings } = await nextLine()
    expect(event).toBe('ready')
    const args = ['main.js', JSON.stringify(settings)]
    const output = execFileSync('node', args, { cwd: project, env: userEnvironment(), encoding: 'utf8' })
    const url = expect.stringMatching(/^weixin:\/\/wxpay\//)
    expect(JSON.parse(output)).toEqual({ ordered: url, served: url, intercepted: url })
    expect(await nextLine()).toMatchObject({ url: '/v3/pay/transactions/native', status: 200, signature: 'ok' })
  })

  it.each(['@wxpay-live/sandbox', '@wxpay-live/openapi', 'wxpay-sandbox'])('is right for publint: %s', async (name) => {
    const { messages } = await publint({ pkgDir: join(project, 'node_modules', name), pack: false, strict: true })
    expect(messages).toEqual([])
  })

  it('holds nothing of this repository', () => {
    const manifest = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'))
    const { exports, scripts, dependencies } = manifest
    const entries = Object.keys(exports).filter(name => typeof exports[name] === 'string' || exports[name].default)
    expect(readdirSync(installed).sort()).toEqual(['LICENSE', 'README.md', 'dist', 'package.json'])
    expect(entries).toEqual(['.', './check', './cli', './diagnose', './identity', './local-fetch', './msw', './server', './package.json'])
    expect(Object.keys(scripts)).toEqual(['bench', 'prepack'])
    expect(dependencies).not.toHaveProperty('@wxpay-live/compiler')
    for (const file of readdirSync(join(installed, 'dist'), { recursive: true, encoding: 'utf8' })) {
      if (!/\.(js|ts)$/.test(file)) continue
      const text = readFileSync(join(installed, 'dist', file), 'utf8')
      expect(text, file).not.toMatch(/from ['"](\..*\.ts|@wxpay-live\/compiler.*)['"]/)
    }
  })
})
