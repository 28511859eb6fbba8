import { existsSync } from 'node:fs'
import { chromium } from 'playwright'

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

export const noChromium = 'No Chromium found: install one (Debian: apt-get install chromium) or set CHROME_PATH to its executable.'

/** The executable of Chromium: `CHROME_PATH`, or an installed one, or Playwright's; undefined if there is none. */
export function findChromium(): string | undefined {
  const candidates = [process.env.CHROME_PATH, ...installed, chromium.executablePath()]
  return candidates.find(path => path && existsSync(path))
}

/**
 * Chromium makes these popups of its address bar from 140 modules for every new window, even without a screen: they take
 * longer than a page of the site.
 */
const unusedFeatures = ['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup', 'WebUIOmniboxFullPopup']

/**
 * Options for Playwright to start that Chromium: without background traffic, and as root too.
 * @throws if there is no Chromium
 */
export function chromiumLaunchOptions() {
  const executablePath = findChromium()
  if (!executablePath) throw new Error(noChromium)
  return {
    executablePath,
    args: [
      '--no-sandbox',
      '--no-first-run',
      '--disable-quic',
      '--disable-sync',
      '--disable-background-networking',
      '--disable-component-update',
      `--disable-features=${unusedFeatures.join(',')}`,
    ],
  }
}
