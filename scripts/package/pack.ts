import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { installedManifest } from './manifest.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const packages = join(root, 'packages/')

/** Packs a package of this repository from a copy, so that nothing here changes meanwhile. Answers the tarball. */
export function packPackage(name: string): string {
  const copy = mkdtempSync(join(tmpdir(), `${name}-`))
  const folder = join(copy, 'packages', name)
  mkdirSync(folder, { recursive: true })
  const { files } = manifestOf(join(packages, name, 'package.json'))
  for (const file of ['package.json', 'README.md', 'LICENSE', 'src', ...files]) {
    const source = join(packages, name, file)
    if (existsSync(source)) cpSync(source, join(folder, file), { recursive: true })
  }
  for (const link of ['node_modules', 'scripts']) symlinkSync(join(root, link), join(copy, link))
  const args = ['pack', folder, '--json', '--silent', '--pack-destination', copy]
  const output = execFileSync('npm', args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
  const [packed] = Object.values<{ filename: string }>(JSON.parse(output))
  return join(copy, packed!.filename.replace('@', '').replace('/', '-'))
}

/**
 * Installs a package of this repository into a folder, as packed, with what it needs: packages of ours likewise, others
 * as they are installed here, so that no network is needed. Answers where the package is then.
 */
export function installPackage(folder: string, name: string): string {
  const manifests = new Set(withDependencies(join(packages, name, 'package.json')))
  // Asked to, npm packs a folder that it installs instead of linking it.
  const sources = Array.from(manifests, dirname).map(path =>
    path.startsWith(packages) ? packPackage(path.slice(packages.length)) : path)
  const options = ['--offline', '--install-links', '--ignore-scripts', '--no-audit', '--no-fund', '--silent']
  const args = ['install', ...options, ...sources]
  execFileSync('npm', args, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] })
  return join(folder, 'node_modules/@wxpay-live', name)
}

function withDependencies(manifest: string): string[] {
  const needed = Object.keys(manifestOf(manifest).dependencies ?? {}).flatMap(name =>
    withDependencies(installedManifest(name, manifest)))
  return [manifest, ...needed]
}

const manifestOf = (file: string) => JSON.parse(readFileSync(file, 'utf8'))
