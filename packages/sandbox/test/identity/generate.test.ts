import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createIdentity, type Identity } from '../../src/identity/index.ts'

const script = fileURLToPath(new URL('../../src/identity/generate.ts', import.meta.url))
const day = 24 * 3_600_000

let folder: string
let file: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sandbox-generate-'))
  file = join(folder, 'generated', 'identity.json')
})
afterEach(() => rmSync(folder, { recursive: true }))

const generate = () => execFileSync(process.execPath, [script, file])
const load = () => JSON.parse(readFileSync(file, 'utf8')) as Identity

/** Writes an identity that is valid for that many more days. */
async function write(daysLeft: number, change: Partial<Identity> = {}) {
  generate()
  const made = new Date(Date.now() + daysLeft * day)
  made.setUTCFullYear(made.getUTCFullYear() - 5)
  const identity = { ...await createIdentity({ now: () => made.getTime() }), ...change }
  writeFileSync(file, JSON.stringify(identity))
  return identity
}

test('writes a new identity into a new folder, readable by its owner only', () => {
  generate()
  expect(load().mchid).toBe('1900000109')
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(readdirSync(dirname(file))).toEqual(['identity.json'])
})

test('keeps an identity that is valid for more than a year', async () => {
  const { serial } = await write(370)
  generate()
  expect(load().serial).toBe(serial)
})

test('replaces an identity that is valid for less than a year', async () => {
  const { serial } = await write(360)
  generate()
  expect(load().serial).not.toBe(serial)
})

test('replaces an identity with an invalid key', async () => {
  await write(1000, { certificate: 'damaged' })
  generate()
  expect(load().certificate).toContain('BEGIN CERTIFICATE')
})

test('replaces a damaged file', () => {
  generate()
  writeFileSync(file, '{"mchid":')
  generate()
  expect(load().mchid).toBe('1900000109')
})

test.each(['nextPlatform', 'apiv2Key'] as const)('replaces an identity without %s', async (name) => {
  const identity = await write(1000)
  delete identity[name]
  writeFileSync(file, JSON.stringify(identity))
  generate()
  expect(load()).toMatchObject({ nextPlatform: { serial: expect.stringMatching(/^[0-9A-F]{40}$/) }, apiv2Key: expect.any(String) })
})
