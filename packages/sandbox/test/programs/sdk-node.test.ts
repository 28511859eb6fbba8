import { fileURLToPath } from 'node:url'
import { testSdk } from '../support/run-sdk.ts'

/** These find their packages only from their own folder. */
const run = (folder: string) => (
  `'${process.execPath}' '${fileURLToPath(new URL(`../../examples/sdks/${folder}/shop.js`, import.meta.url))}'`
)

testSdk('@wxpay-live/client', run('wxpay-live-client'))
testSdk('wechatpay-axios-plugin', run('wechatpay-axios-plugin'))
testSdk('wechatpay-node-v3', run('wechatpay-node-v3'))
