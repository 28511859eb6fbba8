import { describe, expect, test } from 'vitest'
import { compilePage, type Operation } from '../../src/index.ts'
import { Code } from '../../src/snippets/literal.ts'
import { toPhp } from '../../src/snippets/php.ts'
import { sealRequest } from '../../src/snippets/sensitive.ts'
import { styles } from '../../src/snippets/styles.ts'
import { toTypescript } from '../../src/snippets/typescript.ts'
import { httpPage } from '../support/pages.ts'

const secret = (name: string, indent: number) => `| ${name} {data-indent=${indent} data-encrypted=by-rsa-pubkey} | string | x`

const operationOf = (rows: string[], http: string, verb = 'post'): Operation =>
  compilePage(httpPage(rows, http, verb), 'openapi/v3/a.md').operations[0]!.operation

/** Sensitive fields as in 添加分账接收方 and 提交申请单. */
const operation = operationOf([
  '| headers | object | x', '| Wechatpay-Serial {data-indent=1} | string | x',
  '| json | object | x', '| receivers {data-indent=1} | object[] | x', '| type {data-indent=2} | string | x', secret('name', 2),
  '| contact_info {data-indent=1} | object | x', secret('name', 2), secret('mobile_phone', 2), secret('encrypted_email', 2),
], `POST /v3/x
Wechatpay-Serial: PUB_KEY_ID_1

{"receivers":[{"type":"A","name":"张三"},{"type":"A","name":"O'Neil"}],"contact_info":{"name":"李四","mobile_phone":"13800138000"}}`)

describe('sealRequest', () => {
  const encrypt = (text: string, { name, group }: { name: string, group: string }) => new Code(`${group}/${name}/${text}`)

  test('encrypts values in lists and objects', () => {
    expect(sealRequest(operation, { encrypt, serial: new Code('the key') })).toEqual({
      path: {},
      headers: { 'Wechatpay-Serial': new Code('the key') },
      json: {
        receivers: [{ type: 'A', name: new Code('json/name/张三') }, { type: 'A', name: new Code('json/name/O\'Neil') }],
        contact_info: { name: new Code('json/name/李四'), mobile_phone: new Code('json/mobile_phone/13800138000') },
      },
    })
  })

  test('encrypts values in a query', () => {
    const { query, headers } = sealRequest(operationOf(['| query | object | x', secret('id', 1)], 'GET /v3/x?id=1', 'get'), { encrypt })
    expect([query, headers]).toEqual([{ id: new Code('query/id/1') }, undefined])
  })

  test('encrypts values in the meta of an upload', () => {
    const rows = ['| body | object | x', '| file {data-indent=1} | object | x', '| meta {data-indent=1 data-encoded=by-json_encode} | string | x', secret('phone', 2)]
    const meta = '--x\nContent-Disposition: form-data; name="meta"\n\n{"phone":"1"}\n--x--'
    const { upload } = sealRequest(operationOf(rows, `POST /v3/x\nContent-Type: multipart/form-data; boundary=x\n\n${meta}`), { encrypt })
    expect(upload?.meta).toEqual({ phone: new Code('body/phone/1') })
  })

  test('keeps a Wechatpay-Serial header if nothing is sensitive', () => {
    const rows = ['| headers | object | x', '| Wechatpay-Serial {data-indent=1} | string | x']
    expect(sealRequest(operationOf(rows, 'GET /v3/x\nWechatpay-Serial: PUB_KEY_ID_1', 'get'), { encrypt, serial: new Code('x') }).headers)
      .toEqual({ 'Wechatpay-Serial': 'PUB_KEY_ID_1' })
  })
})

test('encrypts in place in TypeScript, where the client names the key', () => {
  const code = toTypescript(operation, styles[0]!)
  expect(code).toContain(`name: await wxpay.encrypt('张三'),`)
  expect(code).toContain(`name: await wxpay.encrypt('O\\'Neil'),`)
  expect(code).not.toContain('Serial')
})

test('encrypts before a synchronous call in TypeScript', () => {
  expect(toTypescript(operation, styles[3]!)).toBe(`const encryptedName = await wxpay.encrypt('张三')
const encryptedName2 = await wxpay.encrypt('O\\'Neil')
const encryptedName3 = await wxpay.encrypt('李四')
const encryptedMobilePhone = await wxpay.encrypt('13800138000')
const response = wxpay.v3.x.post({
  json: {
    receivers: [
      {
        type: 'A',
        name: encryptedName,
      },
      {
        type: 'A',
        name: encryptedName2,
      },
    ],
    contact_info: {
      name: encryptedName3,
      mobile_phone: encryptedMobilePhone,
    },
  },
})
console.log(response.status)`)
})

test.each(styles)('encrypts with $encryptor in PHP: $label', (style) => {
  const code = toPhp(operation, style)
  expect(code).toContain(`'name' => $encryptor('张三'),`)
  expect(code).toContain(`'name' => $encryptor('O\\'Neil'),`)
  expect(code).toContain(`'Wechatpay-Serial' => $platformPublicKeyId,`)
})
