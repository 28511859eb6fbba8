import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { expect, it } from 'vitest'

const source = fileURLToPath(new URL('../../src/access/typed-wxpay.ts', import.meta.url))

/** A map as large as the API. */
const map = Array.from({ length: 1018 }, (_, at) => `
  '/v3/product-${at % 80}/some-orders/{out_order_no}/part-${at}': {
    post: {
      path: { out_order_no: string }
      json: { appid: string, items: { name: string, amount?: number }[], kind${at}: 'A' | 'B' }
      response: { order_id: string, list: { name: string }[] }
    }
  }`).join('')

/** The cost of checking a program, in instantiated types. */
function check(program: string) {
  const file = join(mkdtempSync(join(tmpdir(), 'wxpay-cost-')), 'program.ts')
  writeFileSync(file, `import type { TypedWxpay } from ${JSON.stringify(source)}
    interface Paths {${map}\n}
    declare const wxpay: TypedWxpay<Paths>\n${program}`)
  const checked = ts.createProgram([file], {
    strict: true, noEmit: true, skipLibCheck: true, allowImportingTsExtensions: true, types: [],
    target: ts.ScriptTarget.ESNext,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    customConditions: ['wxpay-live:source'],
  })
  const errors = ts.getPreEmitDiagnostics(checked)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))
  return { errors, instantiations: checked.getInstantiationCount() }
}

it('checks a program with a map of 1,018 operations in a few thousand types per call', () => {
  const options = '{ out_order_no: \'1\', json: { appid: \'1\', items: [], kind817: \'A\' } }'
  const styles = [
    'wxpay.v3.product17.someOrders._out_order_no_.part817',
    'wxpay.chain(\'v3/product-17/some-orders/{out_order_no}/part-817\')',
    'wxpay[\'v3/product-17/some-orders/{out_order_no}/part-817\']',
  ]
  const { errors, instantiations } = check(styles.map(path =>
    `export const a${styles.indexOf(path)} = ${path}.postAsync(${options})`).join('\n'))
  expect(errors).toEqual([])
  expect(instantiations).toBeLessThan(100_000)
  expect(check(`${styles[1]}.post({ out_order_no: '1', json: {} })`).errors).toHaveLength(1)
}, 60_000)
