import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { compilePage, formatProblem } from '@wxpay-live/compiler'
import { describe, expect, it } from 'vitest'
import { runPrograms } from '../src/run-programs.ts'
import type { RunnableCode } from '../src/run-examples.ts'
import type { Toolchain } from '../src/toolchains/toolchain.ts'

/** Scripts of Node stand for compiled programs. */
const node: Toolchain = {
  install: '',
  isInstalled: () => true,
  compile: (codes, folder) => Promise.all(codes.map(async (code, index) => {
    const file = join(folder, `${index}.mjs`)
    await writeFile(file, code)
    return { command: process.execPath, args: [file] }
  })),
}

const code = (code: string, more: Partial<RunnableCode> = {}): RunnableCode =>
  ({ code, file: 'a.md', line: 10, label: 'Go', samples: {}, ...more })

const run = async (codes: RunnableCode[], toolchain = node, onDone?: (done: number) => void) =>
  (await runPrograms(codes, toolchain, { operations: [], notifications: [paid] }, onDone)).map(formatProblem)

const rows = ['| headers | object | x', '| body | object | x', '| id {data-indent=1} | string | x']
const page = ['# 支付成功 {#post}', '', '| 通知参数 | 类型 | 描述', '| --- | --- | ---', ...rows, '', '{.im-table #request}', '',
  '| 解密后 | 类型 | 描述', '| --- | --- | ---', '| out_trade_no | string | x', '', '{.im-table #resource}', ''].join('\n')
const paid = compilePage(page, 'webhook/v3/TRANSACTION.SUCCESS.md').notification!

describe('runPrograms', () => {
  it('names the page, line and last error of each that fails', async () => {
    const done: number[] = []
    const codes = [code(''), code('console.error("one\\ntwo"); process.exit(1)', { line: 3 }), code('process.exit(2)', { file: 'b.md' })]
    expect(await run(codes, node, count => done.push(count))).toEqual([
      'a.md:3: “Go” does not run: two, correct the example or its tables',
      'b.md:10: “Go” does not run: exits with 2, correct the example or its tables',
    ])
    expect(done).toEqual([1, 2, 3])
  })

  it('gives each the settings of a sandbox that was reset, and a file to upload', async () => {
    const advance = `
      import { readFileSync } from 'node:fs'
      const { WXPAY_BASE_URL, WXPAY_PRIVATE_KEY, WXPAY_PUBLIC_KEY, WXPAY_FILE } = process.env
      const clock = WXPAY_BASE_URL + '/_sandbox/clock'
      if ((await (await fetch(clock)).json()).offset) throw new Error('the clock is ahead')
      await fetch(clock, { method: 'POST', body: '{"advance": 1000}' })
      const files = [WXPAY_PRIVATE_KEY, WXPAY_PUBLIC_KEY, WXPAY_FILE].map(file => readFileSync(file, 'utf8'))
      if (!/PRIVATE KEY.*PUBLIC KEY.*…/s.test(files.join(''))) throw new Error('a file is missing')`
    expect(await run([1, 2, 3, 4].map(() => code(advance)))).toEqual([])
  })

  it('runs nothing if one does not compile, and names the line of its code', async () => {
    const complaining = { ...node, compile: () => Promise.resolve([{ index: 1, line: 6, message: 'undefined: x' }]) }
    expect(await run([code(''), code('', { line: 20 })], complaining)).toEqual([
      'a.md:20: “Go” does not compile: line 6 of its code: undefined: x, correct the example or its tables',
    ])
  })
})

describe('a program that receives notifications', () => {
  const server = (respond: string) => code(`
    import { createServer } from 'node:http'
    import { createDecipheriv } from 'node:crypto'
    import { text } from 'node:stream/consumers'
    /** As documented in 证书和回调报文解密. */
    function decrypt(body) {
      const { nonce, associated_data, ciphertext } = JSON.parse(body).resource
      const bytes = Buffer.from(ciphertext, 'base64')
      const decipher = createDecipheriv('aes-256-gcm', process.env.WXPAY_APIV3_KEY, nonce)
      decipher.setAAD(Buffer.from(associated_data)).setAuthTag(bytes.subarray(-16))
      return decipher.update(bytes.subarray(0, -16), null, 'utf8') + decipher.final('utf8')
    }
    createServer(async (request, response) => {
      const body = await text(request)
      ${respond}
    }).listen(process.env.PORT)`, { event: 'TRANSACTION.SUCCESS' })

  it('runs if it accepts and prints one, and refuses one with a wrong signature', async () => {
    const careful = server('if (body.endsWith(" ")) response.statusCode = 401; else console.log(decrypt(body)); response.end()')
    expect(await run([careful])).toEqual([])
  })

  it('fails if it refuses it, accepts any, or does not decrypt it', async () => {
    const refusing = server('response.statusCode = 500; console.error("no"); response.end()')
    const careless = server('console.log(decrypt(body)); response.end()')
    const blind = server('if (body.endsWith(" ")) response.statusCode = 401; else console.log(body); response.end()')
    const ending = code('throw new Error("no port")', { event: 'TRANSACTION.SUCCESS' })
    const failures = [await run([refusing]), await run([careless]), await run([blind]), await run([ending])]
    expect(failures.flat().map(line => /run: (.*), correct/.exec(line)?.[1])).toEqual([
      'responds 500 to a notification: no',
      'responds 200 to a notification with a wrong signature',
      'does not print the decrypted notification',
      expect.stringMatching(/^Node\.js v/),
    ])
  })
})
