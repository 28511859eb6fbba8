import { spawnSync } from 'node:child_process'
import { browsers, type TestBrowser } from './browsers.ts'

/** Debian's packages, where this process may install them. A failure only leaves the browser missing. */
function install(missing: TestBrowser[]): void {
  if (!missing.length || process.getuid?.() !== 0) return
  if (spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).error) return
  const apt = (...args: string[]) => spawnSync('apt-get', args, { stdio: 'ignore', timeout: 5 * 60_000 })
  apt('update', '-qq')
  for (const { name, packages } of missing) {
    console.error(`Installing ${name}: apt-get install ${packages.join(' ')} …`)
    apt('install', '-y', '-qq', '--no-install-recommends', ...packages)
  }
}

const isMissing = ({ isInstalled }: TestBrowser) => !isInstalled()

install(browsers.filter(isMissing))

for (const { name, packages } of browsers.filter(isMissing).filter(({ isRequired }) => isRequired)) {
  console.error(`${name} is missing: install it (Debian: apt-get install ${packages.join(' ')}), or set CHROME_PATH.`)
  process.exitCode = 1
}
