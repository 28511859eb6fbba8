import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { findPhrases } from '../../figures/phrases.ts'

function phrasesOf(fixture: string): string[][] {
  const text = readFileSync(new URL(`fixtures/${fixture}.txt`, import.meta.url), 'utf8')
  return text.trimEnd().split('\n').map((text, line) =>
    findPhrases({ file: fixture, line, text }).map(({ phrase }) => phrase))
}

test('finds the phrases of translated English', () => {
  expect(phrasesOf('translated')).toEqual([
    ['where the', 'none'],
    ['where there', 'what is', 'none', 'answer'],
    ['nobody', 'himself'],
    ['what is', 'is no', 'stands', 'beside'],
    ['none', 'who', 'told'],
    ['of its own', 'lies', 'so many', 'anew', 'the one'],
  ])
})

test('accepts plain English', () => {
  expect(phrasesOf('plain').flat()).toEqual([])
})
