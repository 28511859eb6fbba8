import { fileURLToPath } from 'node:url'
import { build, type Rolldown } from 'vite'
import { expect, test } from 'vitest'
import { fromSources } from '../../../scripts/source-condition.ts'

/** Returns the chunks of a browser bundle of an entry point. */
async function chunksOf(entry: string) {
  const input = fileURLToPath(new URL(entry, import.meta.url))
  const outputs = await build({
    configFile: false,
    logLevel: 'error',
    resolve: fromSources.resolve,
    build: { write: false, minify: false, rolldownOptions: { input, preserveEntrySignatures: 'strict' } },
  }) as Rolldown.RolldownOutput
  return outputs.output.filter(output => output.type === 'chunk')
}

/** Returns the modules of a bundle and its external imports. */
async function modulesOf(entry: string) {
  const chunks = await chunksOf(entry)
  const own = new Set(chunks.map(({ fileName }) => fileName))
  return chunks.flatMap(({ moduleIds, imports }) => [...moduleIds, ...imports.filter(name => !own.has(name))])
}

/** Returns the modules that load with the entry, without those imported on demand. */
async function firstModulesOf(entry: string) {
  const chunks = await chunksOf(entry)
  const loaded = new Set(chunks.filter(({ isEntry }) => isEntry))
  for (const { imports } of loaded) {
    for (const chunk of chunks.filter(({ fileName }) => imports.includes(fileName))) loaded.add(chunk)
  }
  return Array.from(loaded).flatMap(({ moduleIds }) => moduleIds)
}

test('bundles only our own code, unstorage, the parser of uploads and hashes for a browser, without Node and the X.509 library', async () => {
  const modules = await modulesOf('../src/index.ts')
  expect(modules).toContainEqual(expect.stringMatching(/sandbox\/src\/engine\/verify\.ts$/))
  const isExpected = (id: string) =>
    id.startsWith('\0') || /packages\/(sandbox|client)\/src\/|\/node_modules\/(unstorage|destr|@remix-run|@noble\/hashes)\//.test(id)
  expect(modules.filter(id => !isExpected(id))).toEqual([])
  expect(modules.filter(id => /node:|external/.test(id))).toEqual([])
})

test('loads the flows of a product on demand', async () => {
  const isFlow = (id: string) => /\/src\/flows\/[a-z]+\/(?!index|scenarios)/.test(id) && !id.includes('/flows/kit/')
  const first = await firstModulesOf('../src/index.ts')
  expect(first).toContainEqual(expect.stringMatching(/\/flows\/payment\/index\.ts$/))
  expect(first.filter(isFlow)).toEqual([])
  expect((await modulesOf('../src/index.ts')).filter(isFlow).length).toBeGreaterThan(40)
})

test.each([
  ['parser of uploads', '/multipart-parser/'], ['diagnosis of what a phone is given', '/diagnose/phone/diagnose-phone'],
  ['diagnosis of signatures', '/diagnose/diagnose-signature.ts'], ['diagnosis of encryption', '/diagnose/encryption.ts'],
  ['hashes of APIv2', '/@noble/hashes/'],
])('loads the %s on demand', async (_, path) => {
  expect((await firstModulesOf('../src/index.ts')).filter(id => id.includes(path))).toEqual([])
  expect((await modulesOf('../src/index.ts')).filter(id => id.includes(path))).not.toEqual([])
})

test('needs the X.509 library to create an identity', async () => {
  expect(await modulesOf('../src/identity/index.ts')).toContainEqual(expect.stringMatching(/@peculiar\/asn1-x509/))
})

test('diagnoses in a browser without the sandbox, the catalog, Node and the X.509 library', async () => {
  const modules = await modulesOf('../src/diagnose/index.ts')
  expect(modules).toContainEqual(expect.stringMatching(/\/diagnose\/request\/diagnose-request\.ts$/))
  expect(modules.filter(id => /node:|external|asn1|\/sandbox\/src\/(?!diagnose|values)|catalog/.test(id))).toEqual([])
})
