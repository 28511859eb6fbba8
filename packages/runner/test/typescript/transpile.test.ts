import { describe, expect, it } from 'vitest'
import { transpile, TranspileError } from '../../src/typescript/transpile.ts'

function failure(code: string): TranspileError {
  try {
    transpile(code)
  } catch (error) {
    if (error instanceof TranspileError) return error
  }
  throw new Error(`parsed without an error: ${code}`)
}

describe('transpile', () => {
  it('strips types and keeps line numbers', () => {
    expect(transpile('interface Order {\n  id: string\n}\nconst order: Order = { id: "1" } as const\nawait order'))
      .toBe('\n\n\nconst order = { id: "1" } \nawait order')
  })

  it('leaves JavaScript unchanged, including chains, templates and regular expressions', () => {
    const code = 'const a = x?.y ?? `${z}`\nwxpay[\'v3/certificates\'].getAsync()\nconst r = /<T>/u'
    expect(transpile(code)).toBe(code)
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
