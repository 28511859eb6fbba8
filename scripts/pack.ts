import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync } from 'node:fs'
import { findPackageJSON } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Tarballs by package name. */
export type Tarballs = Record<string, string>

interface Manifest {
  name: string
  version: string
  bin?: Record<string, string>
  dependencies?: Record<string, string>
}

/** What `npm query` tells of a workspace. */
interface Workspace extends Manifest {
  /** Its folder, from the root. */
  location: string
  private?: boolean
}

const root = fileURLToPath(new URL('..', import.meta.url))
const packages = join(root, 'packages/')

/**
 * Builds and packs packages of this repository, and removes their `dist` again.
 *
 * @param names all that can be published by default
 */
export function packPackages(...names: string[]): Tarballs {
  const into = mkdtempSync(join(tmpdir(), 'tarballs-'))
  const npm = (...args: string[]) =>
    execFileSync('npm', [...args, '--silent'], { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] })
  const workspaces = JSON.parse(npm('query', '.workspace')) as Workspace[]
  const chosen = workspaces.filter(({ name, private: isPrivate = false }) =>
    names.length ? names.includes(name) : !isPrivate)
  npm('pack', ...chosen.map(({ name }) => `--workspace=${name}`), '--pack-destination', into)
  for (const { location } of chosen) rmSync(join(root, location, 'dist'), { recursive: true, force: true })
  return Object.fromEntries(chosen.map(({ name, version }) =>
    [name, join(into, `${name.replace('@', '').replace('/', '-')}-${version}.tgz`)]))
}

/**
 * Installs packages of this repository into a folder with npm, as a user would, but without a network: ours from their
 * tarballs, others as they are installed here, as long as no two need different versions of a third.
 */
export function installPackages(folder: string, names: string[], tarballs: Tarballs): void {
  const manifests = new Set(names.flatMap(name =>
    withDependencies(installedManifest(name, import.meta.filename))))
  // With --install-links npm packs a folder that it installs instead of linking it.
  const sources = Array.from(manifests, path => isOurs(path) ? tarballs[read(path).name]! : dirname(path))
  const options = ['--offline', '--install-links', '--ignore-scripts', '--no-audit', '--no-fund', '--silent']
  const args = ['install', ...options, ...sources]
  execFileSync('npm', args, { cwd: folder, env: userEnvironment(), stdio: ['ignore', 'ignore', 'inherit'] })
}

/**
 * Puts a package of this repository into a folder's `node_modules`: ours unpacked from their tarballs, with links to
 * just those others that their manifests name.
 */
export function unpackPackage(folder: string, name: string, tarballs: Tarballs): void {
  const modules = join(folder, 'node_modules')
  const target = join(modules, name)
  mkdirSync(target, { recursive: true })
  execFileSync('tar', ['-xzf', tarballs[name]!, '--strip-components=1', '-C', target])
  const manifest = installedManifest(name, import.meta.filename)
  const { bin = {} } = read(manifest)
  mkdirSync(join(modules, '.bin'), { recursive: true })
  for (const [command, file] of Object.entries(bin)) symlinkSync(join(target, file), join(modules, '.bin', command))
  for (const [dependency, path] of dependenciesOf(manifest)) {
    const place = join(target, 'node_modules', dependency)
    mkdirSync(dirname(place), { recursive: true })
    if (isOurs(path)) unpackPackage(target, dependency, tarballs)
    else symlinkSync(dirname(path), place)
  }
}

/** The environment of a user, whose Node knows nothing of this repository's sources. */
export function userEnvironment(): NodeJS.ProcessEnv {
  const ours = ['NODE_OPTIONS', 'npm_config_node_options']
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !ours.includes(name)))
}

const isOurs = (manifest: string) => manifest.startsWith(packages)

function withDependencies(manifest: string): string[] {
  return [manifest, ...dependenciesOf(manifest).flatMap(([, path]) => withDependencies(path))]
}

/** The dependencies that a manifest names, with the path of theirs. */
const dependenciesOf = (manifest: string): [name: string, manifest: string][] =>
  Object.keys(read(manifest).dependencies ?? {}).map(name => [name, installedManifest(name, manifest)])

/** Path of the manifest of a package that another module or package imports; packages of ours in their own folder. */
function installedManifest(name: string, importedBy: string): string {
  const found = findPackageJSON(name, importedBy)
  if (!found) throw new Error(`${name} is not installed, run npm install`)
  return realpathSync(found)
}

const read = (manifest: string): Manifest => JSON.parse(readFileSync(manifest, 'utf8')) as Manifest
