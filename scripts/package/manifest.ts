import { realpathSync } from 'node:fs'
import { findPackageJSON } from 'node:module'

type Names = Record<string, string>

/** What `package.json` says of the modules, for this repository or for the registry. */
export interface Manifest {
  exports: Record<string, string | Names>
  bin?: Names
  imports?: Record<string, Names>
  scripts?: unknown
  devDependencies?: Names
}

/**
 * The manifest to publish: here the sources are run as they are, elsewhere what is made of them. What is exported
 * here beside the sources is of this repository only.
 */
export function published(manifest: Manifest): object {
  const { exports, bin, imports } = manifest
  const modules = Object.entries(exports).filter(([, target]) => String(target).startsWith('./src/'))
  return {
    ...manifest,
    scripts: undefined,
    devDependencies: undefined,
    exports: {
      ...mapValues(Object.fromEntries(modules), entryPoint),
      './package.json': './package.json',
    },
    bin: bin && mapValues(bin, source => built(source, 'js')),
    imports: imports && mapValues(imports, targets => mapValues(targets, source => built(source, 'js'))),
  }
}

const entryPoint = (source: unknown) => ({ types: built(source, 'd.ts'), default: built(source, 'js') })

const built = (source: unknown, extension: string) =>
  String(source).replace('./src/', './dist/').replace(/ts$/, extension)

const mapValues = <T, U>(values: Record<string, T>, map: (value: T) => U): Record<string, U> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, map(value)]))

/** Where the manifest of a package is that a module or package needs; of one of this repository, in its own folder. */
export function installedManifest(name: string, neededBy: string): string {
  const found = findPackageJSON(name, neededBy)
  if (!found) throw new Error(`${name} is not installed`)
  return realpathSync(found)
}
