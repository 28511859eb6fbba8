import { describe, expect, it } from 'vitest'
import { CodeError } from '../../src/typescript/code-error.ts'
import { findImports } from '../../src/typescript/find-imports.ts'
import { type Modules, resolveImports } from '../../src/typescript/imports.ts'

const toUrl = (source: string) => `data:text/javascript,${encodeURIComponent(source)}`
const modules: Modules = { '@wxpay-live/client': async () => ({ one: 1, two: 2 }) }

const resolve = (code: string) => resolveImports(code, findImports(code), modules, toUrl)

/** Runs code and returns its export `result`. */
async function resultOf(code: string): Promise<unknown> {
  const { result } = await import(toUrl(await resolve(code))) as { result: unknown }
  return result
}

describe('resolveImports', () => {
  it.each([
    ['named', `import { one, two } from '@wxpay-live/client'\nexport const result = one + two`],
    ['on several lines', `import {\n  one,\n  two,\n} from "@wxpay-live/client"\nexport const result = one + two`],
    ['of everything', `import * as all from '@wxpay-live/client'\nexport const result = all.one + all.two`],
    ['dynamic', `const { one, two } = await import('@wxpay-live/client')\nexport const result = one + two`],
  ])('resolves an import: %s', async (_what, code) => {
    expect(await resultOf(code)).toBe(3)
  })

  it('leaves code without imports, URLs and texts as they are', async () => {
    const code = `import 'data:text/javascript,1'\nconst text = "import x from '@wxpay-live/client'"`
    expect(await resolve(code)).toBe(code)
  })

  it('leaves invalid code to what runs it', async () => {
    const code = `import { one } from '@wxpay-live/client'\n}`
    expect(await resolve(code)).toBe(code)
  })

  it('keeps the lines', async () => {
    const code = `\nimport { one } from '@wxpay-live/client'\n\none()`
    expect((await resolve(code)).split('\n')).toHaveLength(4)
  })

  it.each([
    `import { readFileSync } from 'node:fs'`, `import 'node:fs/promises'`, `import 'lodash'`, `import './paths'`,
  ])('names the modules that exist, and the line: %s', async (statement) => {
    const error = await resolve(`\n\n${statement}`).catch((error: unknown) => error)
    expect(error).toBeInstanceOf(CodeError)
    expect(error).toMatchObject({ line: 3, message: expect.stringMatching(/^示例里没有 \S+，只能 import @wxpay-live\/client$/) })
  })
})
