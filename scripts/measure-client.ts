import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build, minify, type Plugin, type Rolldown } from 'vite'
import { fromSources } from './source-condition.ts'

/** The modules that only a synchronous call uses; they bring in the signer's libraries. */
const syncOnly = /\/client\/src\/(transport\/send-sync|transport\/sync\/browser|crypto\/platform\/browser)\.ts$/

/** Replaces the exports of those modules with empty functions, so that the rest still runs. */
const withoutSync: Plugin = {
  name: 'without-sync',
  load: async id => syncOnly.test(id)
    ? Object.keys(await import(id)).map(name => `export const ${name} = () => {}`).join('\n')
    : undefined,
}

/** The code of each chunk, by file name. */
type Chunks = Map<string, string>

const program = fileURLToPath(new URL('client-program.ts', import.meta.url))

/**
 * Bytes of the client as bundled with `client-program.ts` for a browser, each chunk minified and gzipped: the chunks
 * that the program really loads, without what only synchronous calls use; and all chunks.
 */
export async function measureClient() {
  const chunks = await bundle([withoutSync])
  const loaded = loadedChunks(chunks).map(name => chunks.get(name)!)
  return {
    'client in an asynchronous program, min+gzip': sizeOf(loaded),
    'client in all its chunks, min+gzip': sizeOf((await bundle()).values()),
  }
}

const sizeOf = (codes: Iterable<string>) =>
  Array.from(codes, code => gzipSync(code).length).reduce((sum, bytes) => sum + bytes)

async function bundle(plugins: Plugin[] = []): Promise<Chunks> {
  const [bundle] = await build({
    configFile: false,
    logLevel: 'silent',
    plugins,
    resolve: fromSources.resolve,
    build: {
      write: false,
      target: 'es2024',
      lib: { entry: program, formats: ['es'], fileName: () => 'program.mjs' },
      rolldownOptions: {
        // As in a page, where nothing imports the program: chunks may import from it what they share.
        preserveEntrySignatures: 'allow-extension',
        output: { chunkFileNames: '[name]-[hash].mjs' },
      },
    },
  }) as Rolldown.RolldownOutput[]
  const chunks = bundle!.output.filter(output => output.type === 'chunk')
  return new Map(await Promise.all(chunks.map(async ({ fileName, code }): Promise<[string, string]> => {
    // A library build keeps its white space for the bundler of the page, which removes it.
    const { code: minified } = await minify(fileName, code, { module: true, mangle: { toplevel: true } })
    return [fileName, minified]
  })))
}

/** Runs the program with these chunks; returns the names of those that it loaded. */
function loadedChunks(chunks: Chunks): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'client-'))
  try {
    for (const [name, code] of chunks) writeFileSync(join(folder, name), code)
    const run = fileURLToPath(new URL('run-client-program.ts', import.meta.url))
    return JSON.parse(execFileSync(process.execPath, [run, folder], { encoding: 'utf8' }))
  } finally {
    rmSync(folder, { recursive: true })
  }
}
