import { readdirSync, readFileSync, statSync } from 'node:fs'
import { createRequire, findPackageJSON } from 'node:module'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'vite'

/** Bytes of the files of a package and its dependencies. */
export function installedSize(manifest: string, seen = new Set<string>()): number {
  if (seen.has(manifest)) return 0
  seen.add(manifest)
  const { dependencies = {} } = JSON.parse(readFileSync(manifest, 'utf8'))
  const others = Object.keys(dependencies).map(name => installedSize(findPackageJSON(name, manifest)!, seen))
  return others.reduce((sum, bytes) => sum + bytes, folderSize(dirname(manifest)))
}

function folderSize(folder: string): number {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => name !== 'node_modules')
    .map(entry => [join(folder, entry.name), entry.isDirectory()] as const)
    .reduce((bytes, [path, isFolder]) => bytes + (isFolder ? folderSize(path) : statSync(path).size), 0)
}

/** Bytes of a program for Node with its imports, minified and gzipped. */
export async function bundleSize(entry: string): Promise<number> {
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    ssr: { noExternal: true },
    build: { ssr: entry, write: false, minify: true, rolldownOptions: { platform: 'node' } },
  })
  const { output } = result as { output: { type: string, code: string }[] }
  return output.reduce((bytes, { type, code }) => bytes + (type === 'chunk' ? gzipSync(code).length : 0), 0)
}

/** Path of a package's manifest, as resolved by a require function. */
export const manifestOf = (name: string, from: ReturnType<typeof createRequire>): string =>
  findPackageJSON(pathToFileURL(from.resolve(name)))!
