import { spawnSync } from 'node:child_process'
import { expect, it } from 'vitest'

/** Makes the program see an older Node, which need not be installed. */
const older = 'data:text/javascript,Object.defineProperty(process, "versions", { value: { node: "20.20.2" } })'

it.each(['wxpay-sandbox', 'wxpay-compile'])('says which Node %s needs', (command) => {
  const args = ['--import', older, `packages/${command}/bin.js`, '--version']
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' })
  expect({ status, stdout, stderr }).toEqual({
    status: 1, stdout: '', stderr: `${command}: needs Node 22.18 or later, this is 20.20.2\n`,
  })
})
