import { spawnSync } from 'node:child_process'

const isInstalled = (name: string) => !spawnSync(name, ['--version'], { stdio: 'ignore' }).error

/**
 * Makes sure that a program is there; installs Debian's package of the same name where this process may.
 *
 * @throws Error that says what to install
 */
export function requireProgram(name: string): void {
  if (!isInstalled(name) && process.getuid?.() === 0) {
    for (const args of [['update', '-qq'], ['install', '-y', '-qq', '--no-install-recommends', name]]) {
      spawnSync('apt-get', args, { stdio: 'ignore', timeout: 2 * 60_000 })
    }
  }
  if (!isInstalled(name)) throw new Error(`${name} is missing: install it (Debian: apt-get install ${name})`)
}
