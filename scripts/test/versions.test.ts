import { globSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

interface Manifest {
  name: string
  version: string
  dependencies?: Record<string, string>
  devDependencies?: Record<string, string>
}

const manifests = globSync('packages/*/package.json').map((file): Manifest => JSON.parse(readFileSync(file, 'utf8')))

it('is the same version in all packages, and where they name each other', () => {
  const own = new Set(manifests.map(({ name }) => name))
  const versions = manifests.flatMap(({ name, version, dependencies, devDependencies }) => [
    [name, version],
    ...Object.entries({ ...dependencies, ...devDependencies })
      .filter(([dependency]) => own.has(dependency))
      .map(([dependency, range]) => [`${name} → ${dependency}`, range]),
  ])
  const [{ version }] = manifests as [Manifest]
  expect(versions.filter(([, other]) => other !== version)).toEqual([])
  expect(versions.length).toBeGreaterThan(manifests.length)
})
