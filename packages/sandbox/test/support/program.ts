import { spawnSync } from 'node:child_process'

const isInstalled = (name: string) => !spawnSync(name, ['--version'], { stdio: 'ignore' }).error

/**
 * Checks that a program is installed; as root it installs the Debian package of that name.
 *
 * @throws Error that names the package to install
 */
export function requireProgram(name: string): void {
  if (!isInstalled(name) && process.getuid?.() === 0) {
    for (const args of [['update', '-qq'], ['install', '-y', '-qq', '--no-install-recommends', name]]) {
      spawnSync('apt-get', args, { stdio: 'ignore', timeout: 2 * 60_000 })
    }
  }
  if (!isInstalled(name)) throw new Error(`${name} is missing: install it (Debian: apt-get install ${name})`)
}
