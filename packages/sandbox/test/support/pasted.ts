import { readFileSync } from 'node:fs'
import type { Diagnosis, Given } from '../../src/diagnose/diagnosis.ts'

const folder = new URL('../diagnose/cases/', import.meta.url)
const read = (name: string) => readFileSync(new URL(name, folder), 'utf8')

const files = ['certificate', 'publicKey', 'platformCertificate', 'platformPublicKey'] as const

/** Something that people paste, made without this project, and what it must be called. */
export interface PastedCase {
  id: string
  kind: 'request' | 'notification' | 'phone'
  form: string
  file: string
  given: Given
  expected: { verdict: string, verdicts?: string[], mistake: string | null, also?: string[] }
}

/** Every case, with the contents of its files instead of their names. */
export const pastedCases: (PastedCase & { text: string })[] = read('cases.ndjson').trim().split('\n').map((line) => {
  const found = JSON.parse(line) as PastedCase
  const pems = files.flatMap(name => found.given[name] ? [[name, read(found.given[name])]] : [])
  return { ...found, given: { ...found.given, ...Object.fromEntries(pems) }, text: read(found.file) }
})

/** The verdict and the names of a diagnosis as a case states them: one of the names it takes, or all that were found. */
export function judge(diagnosis: Diagnosis | undefined, { verdict, verdicts = [], mistake, also = [] }: PastedCase['expected']) {
  const names = diagnosis?.mistakes.map(({ name }) => name) ?? []
  const isNamed = names.length === 1 && (names[0] === mistake || also.includes(names[0]!))
  return {
    verdict: diagnosis && verdicts.includes(diagnosis.verdict) ? verdict : diagnosis?.verdict,
    mistakes: isNamed ? [mistake] : names,
  }
}

/** The numbers and secrets of the cases. */
export const testIds = JSON.parse(read('identity/identity.json')) as Record<
  'mchid' | 'appid' | 'appid2' | 'platformSerial' | 'publicKeyId' | 'apiv3Key' | 'apiv2Key', string
>

/** Returns the PEM of a file of the cases. */
export const testPem = (name: string) => read(`identity/${name}.pem`)
