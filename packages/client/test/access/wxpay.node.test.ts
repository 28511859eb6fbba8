import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { describe, expect, expectTypeOf, it } from 'vitest'
import { createChain } from '../../src/access/chain.ts'
import type { Wxpay } from '../../src/access/wxpay.ts'
import type { SendAsync, SendSync } from '../../src/options.ts'
import type { SyncResponse } from '../../src/sync-response.ts'

const wxpay = createChain(() => undefined, {})

it('uses verbs as functions and as segments', () => {
  expectTypeOf(wxpay.post).toExtend<SendSync>()
  expectTypeOf(wxpay.postAsync).toExtend<SendAsync>()
  expectTypeOf(wxpay.delete.post).toExtend<SendSync>()
})

it('types the results of its verbs', () => {
  const certificates = wxpay.chain('v3/certificates')
  expectTypeOf(certificates).toEqualTypeOf<Wxpay>()
  expectTypeOf(certificates.chain('x')).toEqualTypeOf<Wxpay>()
  expectTypeOf(certificates.get()).toEqualTypeOf<SyncResponse>()
  expectTypeOf(certificates.getAsync({ id: 1, query: {}, headers: {} })).toEqualTypeOf<Promise<Response>>()
})

it('checks options', () => {
  // @ts-expect-error a body is text
  wxpay.post({ body: 1 })
})

describe('makes every property a node', () => {
  /** The errors of a program that uses a client, under some compiler options. */
  const complaints = (program: string, options: ts.CompilerOptions): string[] => {
    const file = join(mkdtempSync(join(tmpdir(), 'wxpay-types-')), 'program.ts')
    const source = fileURLToPath(new URL('../../src/access/wxpay.ts', import.meta.url))
    writeFileSync(file, `import type { Wxpay } from ${JSON.stringify(source)}\ndeclare const wxpay: Wxpay\n${program}`)
    const checked = ts.createProgram([file], {
      strict: true, noEmit: true, skipLibCheck: true, allowImportingTsExtensions: true, types: [],
      target: ts.ScriptTarget.ESNext,
      module: ts.ModuleKind.ESNext,
      moduleResolution: ts.ModuleResolutionKind.Bundler,
      customConditions: ['wxpay-live:source'],
      ...options,
    })
    return ts.getPreEmitDiagnostics(checked)
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))
  }
  const pay = 'export const paid = wxpay.v3.payscore.smartretailOrders._out_order_no_.cancel.postAsync({ json: {} })\n'

  it.each([true, false])('that is not undefined, with noUncheckedIndexedAccess %s', (noUncheckedIndexedAccess) => {
    expect(complaints(pay, { noUncheckedIndexedAccess })).toEqual([])
  })

  it('that has the types of its verbs without noUncheckedIndexedAccess', () => {
    const misused = `${pay}export const wrong: string = paid`
    expect(complaints(misused, { noUncheckedIndexedAccess: false }))
      .toEqual(['Type \'Promise<Response>\' is not assignable to type \'string\'.'])
    expect(complaints(misused, { noUncheckedIndexedAccess: true })).toEqual([])
  })
}, 20_000)
