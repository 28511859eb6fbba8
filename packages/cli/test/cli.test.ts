import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Catalog, Problem } from '@wxpay-live/compiler'
import { httpPage } from '../../compiler/test/support/pages.ts'

const root = join(import.meta.dirname, '..')
let work: string

beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'cli-'))
  for (const [folder, page] of [['good', 'several'], ['bad', 'problems']]) {
    await cp(join(root, `../compiler/test/fixtures/${page}.md`), join(work, `${folder}/openapi/v3/page.md`))
  }
})
afterAll(() => rm(work, { recursive: true }))

/** Runs the command in the folder of the pages, as a pipe would. */
function run(...args: string[]): Promise<{ code: number, stdout: string, stderr: string }> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [join(root, 'src/cli.ts'), ...args], { cwd: work }, (_, stdout, stderr) => {
      resolve({ code: child.exitCode ?? -1, stdout, stderr })
    })
  })
}

describe('check', () => {
  test('good pages', async () => {
    expect(await run('check', 'good')).toEqual({ code: 0, stdout: '1 page, 3 operations, no problems\n', stderr: '' })
  })

  test('bad pages: a line a problem, a line of counts, exit code 1', async () => {
    const { code, stdout, stderr } = await run('check', 'bad')
    const lines = stdout.trimEnd().split('\n')
    expect(code).toBe(1)
    expect(stderr).toBe('')
    expect(lines.at(-1)).toBe('1 page, 3 operations, 18 errors, 0 warnings')
    expect(lines).toHaveLength(19)
    for (const line of lines.slice(0, -1)) expect(line).toMatch(/^bad\/openapi\/v3\/page\.md:\d+: .+, .+$/)
  })

  test('--json: the problems as data, and nothing else', async () => {
    const { code, stdout } = await run('check', 'bad', '--json')
    const problems = JSON.parse(stdout) as Problem[]
    expect(code).toBe(1)
    expect(problems).toHaveLength(18)
    expect(problems[0]).toEqual({
      file: 'bad/openapi/v3/page.md', line: 5, severity: 'error',
      message: expect.any(String) as string, hint: expect.any(String) as string,
    })
    expect((await run('check', 'good', '--json')).stdout).toBe('[]\n')
  })

  test('a folder without pages', async () => {
    expect(await run('check', 'nowhere')).toEqual({ code: 1, stdout: '', stderr: 'wxpay-compile: no .md file below nowhere\n' })
  })
})

describe('export', () => {
  test('writes the catalog', async () => {
    expect(await run('export', 'good', '--out', 'out/deep')).toMatchObject({ code: 0, stderr: '' })
    const catalog = JSON.parse(await readFile(join(work, 'out/deep/catalog.json'), 'utf8')) as Catalog
    expect(catalog.operations.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'POST /v3/payscore/smartretail-orders', 'GET /v3/payscore/smartretail-orders', 'DELETE /v3/payscore/smartretail-orders',
    ])
  })

  test('--keep-going writes what can be understood', async () => {
    const { code, stdout } = await run('export', 'bad', '--out', 'kept', '--keep-going')
    expect(code).toBe(0)
    expect(stdout).toContain('18 errors')
    expect(JSON.parse(await readFile(join(work, 'kept/catalog.json'), 'utf8'))).toMatchObject({
      operations: [{ method: 'POST' }, { method: 'PATCH' }, { method: 'GET' }],
    })
  })

  test('writes OpenAPI and types', async () => {
    await run('export', 'good', '--out', 'out')
    expect(JSON.parse(await readFile(join(work, 'out/openapi.json'), 'utf8'))).toMatchObject({ openapi: '3.1.1' })
    expect(await readFile(join(work, 'out/paths.d.ts'), 'utf8')).toContain('export interface Paths {')
  })

  test('writes nothing where there are errors', async () => {
    expect(await run('export', 'bad', '--out', 'none')).toMatchObject({ code: 1 })
    await expect(readFile(join(work, 'none/catalog.json'))).rejects.toThrow('ENOENT')
  })
})

describe('run', () => {
  test('every TypeScript tab of good pages', { timeout: 60_000 }, async () => {
    expect(await run('run', 'good')).toEqual({ code: 0, stdout: '18 examples, 0 failed\n', stderr: '' })
  })

  test('one style in PHP, by its label', { timeout: 60_000 }, async () => {
    const { code, stdout } = await run('run', 'good', '--lang', 'php', '--style', '同步声明式')
    expect(stdout).toBe('3 examples, 0 failed\n')
    expect(code).toBe(0)
  })

  test('a line for each example that fails, exit code 1', { timeout: 60_000 }, async () => {
    const page = httpPage(['| json | object | 请求体', '| n {data-required data-indent=1} | integer | 数'], 'POST /v3/x\n\n{"n": "no"}')
    await mkdir(join(work, 'failing'))
    await writeFile(join(work, 'failing/page.md'), page)
    const { code, stdout } = await run('run', 'failing', '--style', '1')
    expect(code).toBe(1)
    expect(stdout).toMatch(/^failing\/page\.md:1: “异步纯链式” does not run: ApiError: .*PARAM_ERROR.*\n1 example, 1 failed\n$/)
    const problems = JSON.parse((await run('run', 'failing', '--style', '1', '--json')).stdout) as Problem[]
    expect(problems).toMatchObject([{ file: 'failing/page.md', line: 1, severity: 'error' }])
  })

  test('programs: the user pays, and the notification is parsed; one that fails is named with its line', { timeout: 60_000 }, async () => {
    const order = 'wxpay.v3.pay.transactions.native.postAsync({ json: { out_trade_no: \'A1234567\', amount: { total: 1 } } })'
    const program = [
      `const sandbox = 'http://127.0.0.1:8787/_sandbox'`,
      `await ${order}`,
      'await fetch(`${sandbox}/pay`, { method: \'POST\', body: \'{"key":"A1234567"}\' })',
      'const [sent] = await (await fetch(`${sandbox}/notifications`)).json()',
      'const event = await wxpay.webhook.parse({ headers: sent.headers, body: sent.body })',
      'if (event.resource.out_trade_no === \'A1234567\') throw new Error(`got ${event.event_type}`)',
    ]
    const rows = ['| json | object | 请求体', '| out_trade_no {data-indent=1} | string | 单号', '| amount {data-indent=1} | object | 金额',
      '| total {data-indent=2} | integer | 总额']
    const page = httpPage(rows, 'POST /v3/pay/transactions/native\n\n{"out_trade_no": "A1234567", "amount": {"total": 1}}')
    await mkdir(join(work, 'programs'))
    const source = `${page}\n\`\`\`ts run\n${program.join('\n')}\n\`\`\`\n`
    await writeFile(join(work, 'programs/page.md'), source)
    const line = source.split('\n').indexOf(program.at(-1)!) + 1

    const { code, stdout } = await run('run', 'programs')
    expect(stdout).toContain(`programs/page.md:${line}: “ts run” does not run: Error: got TRANSACTION.SUCCESS, `)
    expect(stdout).toContain('7 examples, 1 failed')
    expect(code).toBe(1)
    expect((await run('run', 'programs', '--style', '1')).stdout).toBe('1 example, 0 failed\n')
  })

  test('a language or style that there is not', async () => {
    expect(await run('run', 'good', '--lang', 'cobol')).toMatchObject({ code: 1, stderr: expect.stringContaining('typescript, php') as string })
    expect(await run('run', 'good', '--style', '7')).toMatchObject({ code: 1, stderr: expect.stringContaining('in the style 7') as string })
  })
})

test('--help and --version', async () => {
  expect((await run('--help')).stdout).toContain('Usage: wxpay-compile')
  expect((await run('--version')).stdout).toMatch(/^\d+\.\d+\.\d+\n$/)
})

test('an unknown command', async () => {
  expect(await run('chek', 'good')).toMatchObject({ code: 1, stderr: expect.stringContaining('check') as string })
})
