import { fileURLToPath } from 'node:url'
import { build, type Rolldown } from 'vite'
import { expect, test } from 'vitest'

/** The modules a browser's bundle of an entry point is made of, and what stays outside. */
async function modulesOf(entry: string) {
  const input = fileURLToPath(new URL(entry, import.meta.url))
  const outputs = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, minify: false, rolldownOptions: { input, preserveEntrySignatures: 'strict' } },
  }) as Rolldown.RolldownOutput
  const chunks = outputs.output.filter(output => output.type === 'chunk')
  return chunks.flatMap(chunk => [...chunk.moduleIds, ...chunk.imports])
}

test('the engine in a browser is our own code and unstorage: neither Node nor the X.509 library', async () => {
  const modules = await modulesOf('../src/index.ts')
  expect(modules).toContainEqual(expect.stringMatching(/sandbox\/src\/engine\/verify\.ts$/))
  expect(modules.filter(id => !/packages\/(sandbox|client)\/src\/|\/node_modules\/(unstorage|destr)\//.test(id) && !id.startsWith('\0'))).toEqual([])
  expect(modules.filter(id => /node:|external/.test(id))).toEqual([])
})

test('making an identity is what needs the X.509 library', async () => {
  expect(await modulesOf('../src/identity/index.ts')).toContainEqual(expect.stringMatching(/@peculiar\/asn1-x509/))
})
