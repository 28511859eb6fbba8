import { ESLint } from 'eslint'
import { expect, test } from 'vitest'

const eslint = new ESLint()

/** The rules that an import breaks in a file; the code is never run. */
async function brokenRules(filePath: string, code: string): Promise<(string | null)[]> {
  const [result] = await eslint.lintText(`${code}\n`, { filePath })
  return result?.messages.map(({ ruleId }) => ruleId) ?? []
}

const named = '@typescript-eslint/no-restricted-imports'
const dynamic = 'no-restricted-syntax'
const layers = 'import-x/no-restricted-paths'

test.each([
  ['packages/client/src/x.ts', 'export * from \'@wxpay-live/sandbox\'', named],
  ['packages/client/src/x.ts', 'export default await import(\'@wxpay-live/sandbox/server\')', dynamic],
  ['packages/client/test/x.test.ts', 'export * from \'@wxpay-live/runner\'', named],
  ['packages/client/bench/x.ts', 'export const path = import.meta.resolve(`@wxpay-live/runner`)', dynamic],
  ['packages/compiler/src/x.ts', 'export * from \'node:http\'', named],
  ['packages/runner/src/x.ts', 'export * from \'@wxpay-live/compiler\'', named],
  ['packages/runner/src/x.ts', 'export * from \'../../client/src/index.ts\'', named],
  ['packages/sandbox/src/x.ts', 'export { fields } from \'@wxpay-live/compiler/model\'', named],
  ['packages/sandbox/src/x.ts', 'export { default } from \'@wxpay-live/openapi/catalog.json\'', named],
  ['.vitepress/theme/x.ts', 'export * from \'@wxpay-live/compiler\'', named],
  ['.vitepress/session/x.ts', 'export * from \'@wxpay-live/client\'', named],
  ['packages/sandbox/src/values/x.ts', 'export * from \'../engine/respond.ts\'', layers],
  ['packages/sandbox/src/values/x.ts', 'export type * from \'../engine/respond.ts\'', layers],
  ['packages/sandbox/src/engine/x.ts', 'export default await import(\'../server/serve.ts\')', layers],
  ['packages/sandbox/src/flows/media/x.ts', 'export * from \'../payment/transaction.ts\'', layers],
])('rejects in %s: %s', async (file, code, rule) => {
  expect(await brokenRules(file, code)).toContain(rule)
})

test.each([
  ['packages/sandbox/src/engine/x.ts', 'export type { Field } from \'@wxpay-live/compiler/model\''],
  ['packages/sandbox/src/engine/x.ts', 'export * from \'../values/json.ts\''],
  ['packages/sandbox/src/server/x.ts', 'export { default } from \'@wxpay-live/openapi/catalog.json\''],
  ['packages/sandbox/src/flows/refund/x.ts', 'export * from \'../payment/transaction.ts\''],
  ['packages/sandbox/test/x.test.ts', 'export * from \'@wxpay-live/client\''],
  ['packages/runner/src/x.ts', 'export * from \'@wxpay-live/client\''],
  ['.vitepress/session/x.ts', 'export { default } from \'@wxpay-live/runner/worker?worker&url\''],
])('accepts in %s: %s', async (file, code) => {
  expect(await brokenRules(file, code)).toEqual([])
})
