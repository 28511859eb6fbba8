import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { diagnose, type Given } from '../../src/diagnose/index.ts'

interface Case {
  id: string
  kind: 'request' | 'notification' | 'phone'
  form: string
  file: string
  /** Keys are paths. */
  given: Given
  expected: {
    verdict: string
    /** Other verdicts that are as good, if the mistake is named. */
    verdicts?: string[]
    mistake: string | null
    /** Other names that are as good. */
    also?: string[]
  }
}

const read = (file: string) => readFileSync(new URL(`cases/${file}`, import.meta.url))

/** What people paste, right or with one mistake, made with openssl, other languages and published clients. */
const cases: Case[] = String(read('cases.ndjson')).trim().split('\n').map(line => JSON.parse(line))

const withFiles = (given: Given): Given => Object.fromEntries(
  Object.entries(given).map(([name, text]) => [name, text.endsWith('.pem') ? String(read(text)) : text]))

const requests = cases.filter(({ kind }) => kind === 'request')

test.each(requests)('names the mistake in $id, $form, and no other', async ({ file, given, expected }) => {
  const { verdict, mistakes } = await diagnose(read(file), withFiles(given))
  const { mistake, also = [] } = expected
  const wanted = mistake === null ? [] : [expect.toBeOneOf([mistake, ...also])]
  expect(mistakes.map(({ name }) => name)).toEqual(wanted)
  expect(verdict).toBeOneOf([expected.verdict, ...expected.verdicts ?? []])
})
