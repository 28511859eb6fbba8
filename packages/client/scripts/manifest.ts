/** What `package.json` says of the modules, for this repository or for the registry. */
export interface Manifest {
  exports: Record<string, string | Record<string, string>>
  imports: Record<string, Record<string, string>>
  scripts?: unknown
  devDependencies?: unknown
}

/** The manifest to publish: here the sources are run as they are, elsewhere what is made of them. */
export function published(manifest: Manifest): Manifest {
  return {
    ...manifest,
    scripts: undefined,
    devDependencies: undefined,
    exports: {
      ...mapValues(manifest.exports, source => ({ types: built(source, 'd.ts'), default: built(source, 'js') })),
      './package.json': './package.json',
    },
    imports: mapValues(manifest.imports, targets => mapValues(targets, source => built(source, 'js'))),
  }
}

const built = (source: unknown, extension: string) =>
  String(source).replace('./src/', './dist/').replace(/ts$/, extension)

const mapValues = <T, U>(values: Record<string, T>, map: (value: T) => U): Record<string, U> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, map(value)]))
