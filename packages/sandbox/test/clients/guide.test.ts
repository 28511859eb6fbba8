import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test, vi } from 'vitest'
import { startCommand } from '../support/command.ts'

// Starting processes is slow on busy machines.
vi.setConfig({ testTimeout: 60_000 })

const guide = readFileSync(new URL('../../../../docs/guide/sandbox.md', import.meta.url), 'utf8')

/** Returns the code of a tab of the guide. */
const tab = (name: string) => guide.split(`\`\`\`js [${name}]\n`)[1]?.split('\n```')[0] ?? ''

/** The client prints each key that a response names and that it trusts. */
const keys = ['WXPAY_PLATFORM_SERIAL', 'WXPAY_PUBLIC_KEY_ID']

test.each([
  ['@wxpay-live/client', keys, `
    for (const serial of [env.WXPAY_PLATFORM_SERIAL, env.WXPAY_PUBLIC_KEY_ID]) {
      const { headers } = await wxpay.v3.certificates.getAsync({ headers: { 'Wechatpay-Serial': serial } })
      console.log(headers.get('Wechatpay-Serial'))
    }`],
  ['wechatpay-axios-plugin', keys, `
    void async function () {
      for (const serial of [env.WXPAY_PLATFORM_SERIAL, env.WXPAY_PUBLIC_KEY_ID]) {
        const { headers } = await wxpay.v3.certificates.get({ headers: { 'Wechatpay-Serial': serial } })
        console.log(headers['wechatpay-serial'])
      }
    }()`],
  // It downloads the certificate that it verifies with.
  ['wechatpay-node-v3', ['WXPAY_PLATFORM_SERIAL'], `
    pay.get_certificates(env.WXPAY_APIV3_KEY).then(([{ serial_no }]) => console.log(serial_no))`],
])('responds to %s with the settings of the guide, which verifies the response', async (name, names, use) => {
  const { settings } = await startCommand()
  const type = tab(name).startsWith('import') ? 'module' : 'commonjs'
  const { stdout, stderr } = spawnSync(process.execPath, [`--input-type=${type}`, '-e', tab(name) + use], {
    cwd: fileURLToPath(new URL('..', import.meta.url)), env: { ...process.env, ...settings }, encoding: 'utf8',
  })
  expect({ stdout: stdout.trim().split('\n'), stderr }).toEqual({ stdout: names.map(key => settings[key]), stderr: '' })
})

test('prints the settings that the guide shows', async () => {
  const { settings } = await startCommand()
  const shown = guide.split('```ini\n')[1]?.split('\n```')[0]?.split('\n').map(line => line.split('=')[0])
  expect(shown).toEqual(Object.keys(settings))
})
