import { gzipSync } from 'node:zlib'
import { build, type Rolldown } from 'vite'

/** Bytes of the client as a browser bundle, minified and gzipped; without the libraries named in `external`. */
export async function clientSize(external: RegExp[] = []): Promise<number> {
  const bundle = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      minify: true,
      target: 'es2024',
      lib: { entry: 'packages/client/src/index.ts', formats: ['es'] },
      rolldownOptions: { external },
    },
  }) as Rolldown.RolldownOutput[]
  const chunks = bundle.flatMap(({ output }) => output).filter(file => file.type === 'chunk')
  return chunks.reduce((bytes, { code }) => bytes + gzipSync(code).length, 0)
}

/** The libraries that only the synchronous signer needs. */
export const syncSigner = [/^@noble\//, /^micro-rsa-dsa-dh/]
