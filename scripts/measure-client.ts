import { gzipSync } from 'node:zlib'
import { build, minify, type Plugin, type Rolldown } from 'vite'
import { fromSources } from './source-condition.ts'

/** Leaves out what is loaded by `import()`, at its first use. */
const atOnce: Plugin = {
  name: 'at-once',
  resolveDynamicImport: specifier => ({ id: String(specifier), external: true }),
}

/**
 * Bytes of the client as a browser bundle, minified and gzipped: the entry and what it imports at once, without the
 * modules named in `external`.
 */
export async function clientSize(external: RegExp[] = []): Promise<number> {
  const [bundle] = await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [atOnce],
    resolve: fromSources.resolve,
    build: {
      write: false,
      target: 'es2024',
      lib: { entry: 'packages/client/src/index.ts', formats: ['es'] },
      rolldownOptions: { external },
    },
  }) as Rolldown.RolldownOutput[]
  // A library build keeps its white space for the bundler that comes after; here that bundler is asked.
  const { code } = await minify('client.js', bundle?.output[0].code ?? '', { module: true, mangle: { toplevel: true } })
  return gzipSync(code).length
}

/** What only synchronous calls need: the signer's libraries, and the code that calls them. */
export const syncSigner = [
  /^@noble\//, /^micro-rsa-dsa-dh/, /\/(platform|sync)\/browser\.ts$/, /^#(platform|sync)$/, /\/send-sync\.ts$/, /\/sync-response\.ts$/,
]
