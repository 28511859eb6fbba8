import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { python } from '../../src/toolchains/python.ts'
import { areComplaints } from '../../src/toolchains/toolchain.ts'
import { temporaryFolder } from '../support/folder.ts'

it('runs each example with the library', async () => {
  const starts = await python.compile(['import wechatpayv3\n\nprint(wechatpayv3.WeChatPay.__name__)'], temporaryFolder())
  if (areComplaints(starts)) throw new Error(starts[0]?.message)
  const [{ command, args }] = starts as [{ command: string, args: string[] }]
  expect((await promisify(execFile)(command, args)).stdout).toBe('WeChatPay\n')
})

it('names each example with an error or another format, with the line', async () => {
  expect(await python.compile(['print(1)', 'print(1)\nprint(unknown)', 'print( 1 )'], temporaryFolder())).toEqual([
    { index: 1, line: 2, message: 'F821 Undefined name `unknown`' },
    { index: 2, line: 1, message: 'unformatted: File would be reformatted' },
  ])
})
