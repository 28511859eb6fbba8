import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { installedManifest, type Manifest } from './manifest.ts'

/** A package of ours of which another uses types only. */
export interface TypesOnly {
  name: string
  /** Where its sources are. */
  src: string
  /** The folder of its declarations in the `dist` of the other. */
  place: string
}

/** The packages of ours that are no dependency of the published one: it takes their declarations along. */
export function typesOnly({ devDependencies = {} }: Manifest): TypesOnly[] {
  return Object.keys(devDependencies).filter(name => name.startsWith('@wxpay-live/')).map((name) => {
    const manifest = installedManifest(name, import.meta.filename)
    return { name, src: join(dirname(manifest), 'src'), place: name.replace('@wxpay-live/', '') }
  })
}

/** Makes a module import those declarations from where they lie in `dist`. */
export function linkTypes(text: string, packages: TypesOnly[], dist: string, file: string): string {
  return packages.reduce((linked, { name, src, place }) => linked.replace(
    new RegExp(`(?<=["'])${name}(?:/[^"']+)?(?=["'])`, 'g'),
    (specifier) => {
      const entry = relative(src, fileURLToPath(import.meta.resolve(specifier))).replace(/\.ts$/, '.js')
      return relative(dirname(file), `${dist}/${place}/${entry}`).replace(/^(?!\.)/, './')
    },
  ), text)
}
