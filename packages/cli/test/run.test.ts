import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Problem } from '@wxpay-live/compiler'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runCommand } from './support/command.ts'
import { nativePage } from './support/pages.ts'

let work: string
beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'cli-run-'))
  await cp(join(import.meta.dirname, 'fixtures/orders.md'), join(work, 'good/page.md'))
})
afterAll(() => rm(work, { recursive: true }))

const command = (...args: string[]) => runCommand(work, 'run', ...args)

async function writePage(folder: string, page: string): Promise<void> {
  await mkdir(join(work, folder))
  await writeFile(join(work, folder, 'page.md'), page)
}

describe('run', () => {
  it('runs every TypeScript tab', async () => {
    expect(await command('good')).toEqual({ code: 0, stdout: '12 examples, 0 failed\n', stderr: '' })
  })

  it('runs one style in PHP by its label', async () => {
    expect(await command('good', '--lang', 'php', '--style', '同步声明式'))
      .toEqual({ code: 0, stdout: '2 examples, 0 failed\n', stderr: '' })
  })

  it('prints one line per failing example and exits with 1', async () => {
    await writePage('failing', nativePage('/v3/x', { amount: { total: 'no' } }))
    const { code, stdout } = await command('failing', '--style', '1')
    expect(stdout).toMatch(/^failing\/page\.md:1: “异步纯链式” does not run: ApiError: .*PARAM_ERROR.*\n1 example, 1 failed\n$/)
    expect(code).toBe(1)
  })

  it('prints failures as JSON with --json', async () => {
    await writePage('failing-json', nativePage('/v3/x', { amount: { total: 'no' } }))
    const { code, stdout } = await command('failing-json', '--style', '1', '--json')
    expect(code).toBe(1)
    expect(JSON.parse(stdout) as Problem[]).toMatchObject([{ file: 'failing-json/page.md', line: 1, severity: 'error' }])
  })

  it('runs programs, which pay and parse the notification, and names the line that throws', async () => {
    const order = 'wxpay.v3.pay.transactions.native.postAsync({ json: { out_trade_no: \'A1234567\', amount: { total: 1 } } })'
    const program = [
      `const sandbox = 'http://127.0.0.1:8787/_sandbox'`,
      `await ${order}`,
      'await fetch(`${sandbox}/pay`, { method: \'POST\', body: \'{"key":"A1234567"}\' })',
      'const [sent] = await (await fetch(`${sandbox}/notifications`)).json()',
      'const event = await wxpay.webhook.parse({ headers: sent.headers, body: sent.body })',
      'if (event.resource.out_trade_no === \'A1234567\') throw new Error(`got ${event.event_type}`)',
    ]
    const operation = nativePage('/v3/pay/transactions/native', { out_trade_no: 'A1234567', amount: { total: 1 } })
    const page = `${operation}\n\`\`\`ts run\n${program.join('\n')}\n\`\`\`\n`
    await writePage('programs', page)
    const line = page.split('\n').indexOf(program.at(-1)!) + 1

    const { code, stdout } = await command('programs')
    expect(stdout).toContain(`programs/page.md:${line}: “typescript program” does not run: Error: got TRANSACTION.SUCCESS, `)
    expect(stdout).toContain('7 examples, 1 failed')
    expect(code).toBe(1)
    expect((await command('programs', '--style', '1')).stdout).toBe('1 example, 0 failed\n')
  })

  it('rejects an unknown language or style', async () => {
    expect(await command('good', '--lang', 'cobol'))
      .toMatchObject({ code: 1, stderr: expect.stringContaining('typescript, php') as string })
    expect(await command('good', '--style', '7'))
      .toMatchObject({ code: 1, stderr: 'wxpay-compile: no typescript example in the style 7 found in good\n' })
  })
})
