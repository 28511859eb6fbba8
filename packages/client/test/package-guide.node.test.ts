import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface, type Interface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import getPort from 'get-port'
import { beforeAll, expect, inject, it, onTestFinished } from 'vitest'
import { installPackages, userEnvironment } from '../../../scripts/pack.ts'
import { startProcess } from '../../../test/support/process.ts'

// The program of the guide in an empty folder beside the clone, and the commands that the guide prints after it.

const root = fileURLToPath(new URL('../../..', import.meta.url))
const [, section] = /\{#program\}\n(.*?)\n## /s.exec(readFileSync(join(root, 'docs/guide/client.md'), 'utf8'))!
const [program, startSandbox, startShop, useShop] = Array.from(section!.matchAll(/^```\w+.*\n([^]*?)^```/gm), ([, code]) => code!)

const folder = mkdtempSync(join(tmpdir(), 'guide-'))
const shop = join(folder, 'shop')

beforeAll(() => {
  symlinkSync(root, join(folder, 'wxpay-live'))
  mkdirSync(shop)
  installPackages(shop, ['@wxpay-live/client'], inject('tarballs'))
  writeFileSync(join(shop, 'shop.ts'), program!)
})

/** Runs commands of the guide in a terminal that stays open until the test ends. */
function openTerminal(commands: string, env: Record<string, string> = {}) {
  const { child, stop } = startProcess('sh', ['-ec', commands], { cwd: shop, env: { ...userEnvironment(), ...env } })
  onTestFinished(stop)
  return { stdout: createInterface(child.stdout), stderr: createInterface(child.stderr) }
}

/** Waits for a line. If the output ends first, fails with what was printed. */
async function untilLine(lines: Interface, pattern: RegExp): Promise<void> {
  const printed: string[] = []
  for await (const line of lines) {
    printed.push(line)
    if (pattern.test(line)) return
  }
  throw new Error(`the output ended without ${pattern}:\n${printed.join('\n')}`)
}

it('orders, is notified and refunds as printed', async () => {
  // Only the ports differ from the guide: those may be taken here.
  const port = String(await getPort({ host: '127.0.0.1' }))
  const sandbox = openTerminal(startSandbox!.replace(' > ', ' --port 0 > '))
  await untilLine(sandbox.stderr, /Control API/)

  const { stdout, stderr } = openTerminal(startShop!, { PORT: port })
  const complaints: string[] = []
  stderr.on('line', line => complaints.push(line))
  await once(stdout, 'line')
  const printed: string[] = []
  stdout.on('line', line => printed.push(line))

  const output = execFileSync('sh', ['-ec', useShop!.replaceAll('3000', port)], {
    cwd: shop, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'],
  })
  expect(output).toMatch(/"package":"prepay_id=.*"paySign":".*\{"paid":true\}.*"out_refund_no":"SHOP0001-1"/s)
  await expect.poll(() => printed, { timeout: 60_000 })
    .toEqual(['TRANSACTION.SUCCESS SHOP0001', 'REFUND.SUCCESS SHOP0001'])

  const unsigned = await fetch(`http://127.0.0.1:${port}/notify`, { method: 'POST', body: '{}' })
  expect(unsigned.status).toBe(401)
  await expect.poll(() => complaints).toEqual([expect.stringContaining('Wechatpay-Signature missing')])
})
