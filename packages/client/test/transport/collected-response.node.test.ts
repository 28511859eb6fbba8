import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, it, onTestFinished } from 'vitest'
import { createClient } from '../../src/client.ts'
import { fileOf, replying, startPlatform } from '../support/platform.ts'

setFlagsFromString('--expose-gc')
const collectGarbage: () => void = runInNewContext('gc')

// In its own file: only the first file of a program waits for a module to load after the response has arrived.
it('keeps the body of a file while garbage is collected', async () => {
  const platform = await startPlatform()
  onTestFinished(() => void platform.close())
  const hooks = {
    response: () => {
      const timer = setInterval(collectGarbage)
      onTestFinished(() => clearInterval(timer))
    },
  }
  const wxpay = createClient({ ...platform.options, hooks })
  const response = await wxpay.chain('v3/billdownload/file').getAsync(replying(fileOf('content')))
  expect(await response.text()).toBe('content')
})
