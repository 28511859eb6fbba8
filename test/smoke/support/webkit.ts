import { once } from 'node:events'
import { createInterface } from 'node:readline'
import getPort from 'get-port'
import { Builder, Capabilities, type WebElement } from 'selenium-webdriver'
import { findWebKit } from '../../../scripts/browsers.ts'
import { startProcess } from '../../support/process.ts'
import { until } from '../../support/until.ts'
import { elementWith, waitFor, type Tab } from './tab.ts'

/** Opens a tab in WebKitGTK's MiniBrowser, on a display of its own, driven by WebKitWebDriver. */
export async function openWebKit(): Promise<Tab> {
  const { driver: command, browser: binary, display: server } = findWebKit()!
  const display = startProcess(server, ['-displayfd', '1', '-nolisten', 'tcp', '-screen', '0', '1280x1024x24'])
  const [number] = await once(createInterface(display.child.stdout), 'line') as [string]
  const url = `http://127.0.0.1:${await getPort({ host: '127.0.0.1' })}`
  const env = { ...process.env, DISPLAY: `:${number}`, GDK_BACKEND: 'x11' }
  const service = startProcess(command, [`--port=${new URL(url).port}`], { env })
  for (const stream of [display.child.stderr, service.child.stdout, service.child.stderr]) stream.resume()
  const isReady = () => fetch(`${url}/status`).then(({ ok }) => ok, () => false)
  await until(isReady, () => `${command} does not listen on ${url}`)

  const options = { 'browserName': 'MiniBrowser', 'webkitgtk:browserOptions': { binary, args: ['--automation'] } }
  const driver = await new Builder().usingServer(url).withCapabilities(new Capabilities(options)).build()
  await driver.manage().window().maximize()
  const evaluate = (expression: string) => driver.executeScript(`return ${expression}`)
  const tab: Tab = {
    open: async (url) => {
      await driver.get(url)
      // WebDriver has no event for errors; those of loading keep the page from being mounted.
      await driver.executeScript(`window.smokeErrors = []
        addEventListener('error', ({ message }) => smokeErrors.push(message))
        addEventListener('unhandledrejection', ({ reason }) => smokeErrors.push(String(reason)))`)
    },
    evaluate,
    async click(selector, text) {
      const element = elementWith(selector, text)
      await waitFor(tab, `${element} !== null`, true)
      // The driver does not scroll the page to what is in a box that scrolls itself.
      const scrolled = `const element = ${element}; element.scrollIntoView({ block: 'center' }); return element`
      await (await driver.executeScript<WebElement>(scrolled)).click()
    },
    errors: async () => await evaluate('window.smokeErrors') as string[],
    async close() {
      await driver.quit()
      service.stop()
      display.stop()
    },
  }
  return tab
}
