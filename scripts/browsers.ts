import { existsSync, globSync } from 'node:fs'
import { findChromium } from './chromium.ts'

/** A browser that tests drive. */
export interface TestBrowser {
  name: string
  /** Whether no test run is possible without it. */
  isRequired: boolean
  /** Debian packages to install. */
  packages: string[]
  isInstalled: () => boolean
  /** Its smoke test; absent for the browser of all other tests. */
  smoke?: string
}

/** Firefox's executable: `FIREFOX_PATH`, or an installed one. */
export function findFirefox(): string | undefined {
  const installed = [
    '/usr/bin/firefox-esr',
    '/usr/bin/firefox',
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
  ]
  return [process.env.FIREFOX_PATH, ...installed].find(path => path && existsSync(path))
}

/** What a tab in WebKitGTK takes: its driver, its small browser, and a display server. */
export interface WebKit {
  driver: string
  browser: string
  display: string
}

/** The installed WebKitGTK; undefined if a part of it is missing. */
export function findWebKit(): WebKit | undefined {
  const [driver, display] = ['/usr/bin/WebKitWebDriver', '/usr/bin/Xvfb']
  // Debian's folder has the machine's name in it, such as x86_64-linux-gnu.
  const [browser] = globSync('/usr/{lib/*,lib,libexec}/webkit2gtk-4.*/MiniBrowser').sort().reverse()
  return browser && existsSync(driver) && existsSync(display) ? { driver, browser, display } : undefined
}

/** The browsers of a test run. */
export const browsers: TestBrowser[] = [
  {
    name: 'Chromium',
    isRequired: true,
    packages: ['chromium'],
    isInstalled: () => findChromium() !== undefined,
  },
  {
    name: 'Firefox',
    isRequired: false,
    packages: ['firefox-esr'],
    isInstalled: () => findFirefox() !== undefined,
    smoke: 'test/smoke/firefox.test.ts',
  },
  {
    name: 'WebKitGTK',
    isRequired: false,
    packages: ['webkit2gtk-driver', 'libwebkit2gtk-4.1-0', 'xvfb'],
    isInstalled: () => findWebKit() !== undefined,
    smoke: 'test/smoke/webkit.test.ts',
  },
]
