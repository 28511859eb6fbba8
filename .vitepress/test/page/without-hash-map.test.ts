import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runInNewContext } from 'node:vm'
import { expect, it } from 'vitest'
import { withoutHashMap } from '../../page/without-hash-map.ts'

function site(script: string) {
  const folder = mkdtempSync(join(tmpdir(), 'site-'))
  const file = join(folder, 'assets/chunks/metadata.12345678.js')
  mkdirSync(join(folder, 'assets/chunks'), { recursive: true })
  writeFileSync(file, script)
  return { folder, read: () => readFileSync(file, 'utf8') }
}

const links = ['/base/assets/chunks/theme.b5Ms2O6_.js', '/base/assets/openapi_v3_pay_%E6%94%AF.md.LAn-nL3_.lean.js']
const document = { querySelectorAll: () => links.map(href => ({ getAttribute: () => href })) }

it('replaces the hashes of all pages by that in the document', () => {
  const { folder, read } = site('window.__VP_HASH_MAP__=JSON.parse("{\\"a\\\\\\"b.md\\":\\"x\\"}");window.__VP_SITE_DATA__=JSON.parse("{}");')
  withoutHashMap(folder)
  const window = {}
  runInNewContext(read(), { window, document })
  expect(window).toEqual({ __VP_HASH_MAP__: { 'openapi_v3_pay_支.md': 'LAn-nL3_' }, __VP_SITE_DATA__: {} })
})

it('throws if VitePress writes them otherwise', () => {
  expect(() => withoutHashMap(site('window.other=1;').folder)).toThrow('no longer begins')
  expect(() => withoutHashMap(mkdtempSync(join(tmpdir(), 'site-')))).toThrow('no longer writes')
})
