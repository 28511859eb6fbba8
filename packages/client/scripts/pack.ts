import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, symlinkSync } from 'node:fs'
import { findPackageJSON } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Packs this package from a copy, so that nothing here changes meanwhile. Answers where the tarball is. */
export function packClient(): string {
  const copy = mkdtempSync(join(tmpdir(), 'client-'))
  for (const name of ['package.json', 'README.md', 'LICENSE', 'src', 'scripts']) {
    cpSync(join(root, name), join(copy, name), { recursive: true })
  }
  symlinkSync(join(root, '../../node_modules'), join(copy, 'node_modules'))
  return pack(copy, copy)
}

/** Packs the packages that this one needs to run, as they are installed here, so that no network is needed. */
export function packDependencies(into: string): string[] {
  const manifests = new Set(dependenciesOf(join(root, 'package.json')))
  return Array.from(manifests, manifest => pack(dirname(manifest), into, '--ignore-scripts'))
}

function dependenciesOf(manifest: string): string[] {
  const { dependencies = {} } = JSON.parse(readFileSync(manifest, 'utf8'))
  return Object.keys(dependencies).flatMap((name) => {
    const found = findPackageJSON(name, manifest)
    if (!found) throw new Error(`${name} is not installed`)
    return [found, ...dependenciesOf(found)]
  })
}

function pack(folder: string, into: string, ...options: string[]): string {
  const args = ['pack', folder, '--json', '--silent', '--pack-destination', into, ...options]
  const output = execFileSync('npm', args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
  const [packed] = Object.values<{ filename: string }>(JSON.parse(output))
  return join(into, packed!.filename.replace('@', '').replace('/', '-'))
}

/** Installs the packed client and what it needs into a folder, offline. Answers where it is then. */
export function installClient(folder: string): string {
  const tarballs = [packClient(), ...packDependencies(folder)]
  const options = ['--offline', '--no-audit', '--no-fund', '--ignore-scripts', '--silent']
  execFileSync('npm', ['install', ...options, ...tarballs], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] })
  return join(folder, 'node_modules/@wxpay-live/client')
}
