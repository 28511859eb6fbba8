import { expect, test } from 'vitest'
import { diagnoseHeader } from '../../src/diagnose/header.ts'
import { createSandbox } from '../../src/index.ts'
import { catalog } from '../support/catalog.ts'
import { identity, now } from '../support/identity.ts'
import { authorization, signedParts } from '../support/request.ts'

const right = authorization(signedParts('GET', '/v3/certificates', ''))

test.each([
  ['scheme', 'missing', right.replace(/^\S+ /, '')],
  ['scheme', 'misspelt', right.replace('WECHATPAY2', 'WECHATPAY')],
  ['scheme', 'of another algorithm', right.replace('SHA256-RSA2048', 'SM2-WITH-SM3')],
  ['scheme', 'after Bearer', `Bearer ${right}`],
  ['quotes', 'single', right.replaceAll('"', '\'')],
  ['quotes', 'missing around the time', right.replace(/timestamp="(\d+)"/, 'timestamp=$1')],
  ['blanks-in-header', 'after a comma', right.replaceAll('",', '", ')],
  ['blanks-in-header', 'before a comma', right.replace('",', '" ,')],
  ['separator', 'a semicolon', right.replaceAll('",', '";')],
  ['separator', 'an extra one', `${right},`],
  ['separator', 'a part twice', `${right},mchid="1900000109"`],
  ['part-missing', 'no nonce', right.replace(/nonce_str="\w+",/, '')],
  ['part-missing', 'another name', right.replace('serial_no', 'serial')],
  ['part-empty', 'the signature', right.replace(/signature="[^"]+"/, 'signature=""')],
])('diagnoses %s: %s', async (mistake, _, header) => {
  const request = new Request('https://api.mch.weixin.qq.com/v3/certificates', { headers: { Authorization: header } })
  const response = await createSandbox({ catalog, identity, now, strict: false }).fetch(request)
  expect(response.status).toBe(401)
  expect((await response.json()).detail).toMatchObject({ detail: { issue: 'header is malformed' }, mistake })
})

test('names the parts that are wrong', () => {
  expect(diagnoseHeader(right.replace(/nonce_str="\w+",/, '')).explain).toMatch(/缺少 nonce_str：/)
  expect(diagnoseHeader(right.replace('serial_no', 'serial').replace('mchid', 'mch_id')).explain).toMatch(/缺少 mchid、serial_no：/)
  expect(diagnoseHeader(right.replace(/timestamp="(\d+)"/, 'timestamp=$1')).explain).toMatch(/^timestamp 的值/)
})
