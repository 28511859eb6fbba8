import { expect, test } from 'vitest'
import { writePdf } from '../../../src/flows/kit/pdf.ts'

test('writes every object at the offset in the cross-reference table', () => {
  const text = writePdf('Receipt (T1)')
  const [, start] = /startxref\n(\d+)\n/.exec(text)!
  expect(text.slice(Number(start))).toMatch(/^xref\n0 6\n/)
  const offsets = [...text.slice(Number(start)).matchAll(/^(\d{10}) 00000 n $/gm)].map(([, offset]) => Number(offset))
  expect(offsets.map(offset => text.slice(offset, offset + 7))).toEqual([1, 2, 3, 4, 5].map(number => `${number} 0 obj`))
  const [, length, content] = /<<\/Length (\d+)>>stream\n(.*)\nendstream/.exec(text)!
  expect(content).toHaveLength(Number(length))
})

test('replaces characters that would end the text', () => {
  expect(writePdf('a(b)\\c')).toContain('(a b  c) Tj')
})
