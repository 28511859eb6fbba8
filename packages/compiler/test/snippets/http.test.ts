import { expect, test } from 'vitest'
import { readHttp } from '../../src/example/http.ts'
import { compilePage } from '../../src/index.ts'
import { http } from '../../src/snippets/http.ts'
import { catalogOfFacts } from '../support/facts.ts'
import { fixture } from '../support/pages.ts'

const read = (code: string) => readHttp(code.replace(' HTTP/1.1', '').replace(/\{\{encrypt\('(.*?)'\)\}\}/g, '$1'), () => {})

test('writes one tab with the message as sent', async () => {
  const [seed] = compilePage(fixture('cancel'), 'a.md').operations
  const tabs = http.tabs(seed!.operation)
  expect(tabs.map(({ label }) => label)).toEqual(['HTTP'])
  await expect(`${tabs[0]!.code}\n`).toMatchFileSnapshot('../fixtures/cancel.http')
})

test('writes the parts of an upload', async () => {
  const [upload] = compilePage(fixture('upload'), 'a.md').operations
  await expect(`${http.tabs(upload!.operation)[0]!.code}\n`).toMatchFileSnapshot('../fixtures/upload.http')
})

test('writes the values of the example for every known operation', { timeout: 60_000 }, () => {
  for (const operation of catalogOfFacts().operations) {
    const { method, json, body } = read(http.tabs(operation)[0]!.code)
    expect([method, json]).toEqual([operation.method, operation.example.json])
    expect(Object.keys(body ?? {}).includes('meta')).toBe(operation.accepts !== undefined)
  }
})
