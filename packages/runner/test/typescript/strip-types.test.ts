import { describe, expect, it } from 'vitest'
import { CodeError } from '../../src/typescript/code-error.ts'
import { stripTypes } from '../../src/typescript/strip-types.ts'

function failure(code: string): CodeError {
  try {
    stripTypes(code)
  } catch (error) {
    if (error instanceof CodeError) return error
  }
  throw new Error(`parsed without an error: ${code}`)
}

describe('stripTypes', () => {
  it('strips types and keeps line numbers', () => {
    expect(stripTypes('interface Order {\n  id: string\n}\nconst order: Order = { id: "1" } as const\nawait order'))
      .toBe('\n\n\nconst order = { id: "1" } \nawait order')
  })

  it('leaves JavaScript unchanged, including chains, templates and regular expressions', () => {
    const code = 'const a = x?.y ?? `${z}`\nwxpay[\'v3/certificates\'].getAsync()\nconst r = /<T>/u'
    expect(stripTypes(code)).toBe(code)
  })

  it.each([
    ['const a = {\n  b: ,\n}', 2, /unexpected token/i],
    ['console.log("x"', 1, /expected ","/],
    ['const s = \'open', 1, /unterminated string/i],
  ])('reports the line of the syntax error in %j', (code, line, message) => {
    const error = failure(code)
    expect(error.name).toBe('SyntaxError')
    expect(error.line).toBe(line)
    expect(error.message).toMatch(message)
    expect(error.message).not.toMatch(/transforming|\(\d+:\d+\)/)
  })
})
