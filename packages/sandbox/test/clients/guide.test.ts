import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test, vi } from 'vitest'
import { startCommand } from '../support/command.ts'

// Each test starts processes, on machines that may be busy.
vi.setConfig({ testTimeout: 60_000 })

const guide = readFileSync(new URL('../../../../docs/guide/sandbox.md', import.meta.url), 'utf8')

/** The code of a tab of the guide. */
const tab = (name: string) => guide.split(`\`\`\`js [${name}]\n`)[1]?.split('\n```')[0] ?? ''

/** What a program that goes on from there prints, where the sandbox trusts it: there is no such order. */
const uses = {
  '@wxpay-live/client': `
    const path = 'v3/pay/transactions/out-trade-no/{out_trade_no}'
    await wxpay.chain(path).getAsync({ out_trade_no: 'A1', query: { mchid: env.WXPAY_MCHID } })
      .catch(({ code }) => console.log(code))`,
  'wechatpay-axios-plugin': `
    wxpay.chain('v3/pay/transactions/out-trade-no/A1').get({ params: { mchid: env.WXPAY_MCHID } })
      .catch(({ response }) => console.log(response.data.code))`,
  'wechatpay-node-v3': `
    pay.query({ out_trade_no: 'A1' }).then(({ error }) => console.log(JSON.parse(error).code))`,
}

test.each(Object.entries(uses))('the settings the guide shows for %s reach the sandbox', async (name, use) => {
  const { settings } = await startCommand()
  const type = tab(name).startsWith('import') ? 'module' : 'commonjs'
  const { stdout, stderr } = spawnSync(process.execPath, [`--input-type=${type}`, '-e', tab(name) + use], {
    cwd: fileURLToPath(new URL('..', import.meta.url)), env: { ...process.env, ...settings }, encoding: 'utf8',
  })
  expect({ stdout: stdout.trim(), stderr }).toEqual({ stdout: 'ORDER_NOT_EXIST', stderr: '' })
})

test('the guide\'s settings are those the command prints', async () => {
  const { settings } = await startCommand()
  const shown = guide.split('```ini\n')[1]?.split('\n```')[0]?.split('\n').map(line => line.split('=')[0])
  expect(shown).toEqual(Object.keys(settings))
})
