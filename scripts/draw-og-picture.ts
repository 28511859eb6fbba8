import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright'
import { chromiumLaunchOptions } from './chromium.ts'

// Draws `og-picture.svg` as the PNG that previews of links show: no service takes SVG. Needs the font Noto Sans CJK.
const source = readFileSync(new URL('og-picture.svg', import.meta.url), 'utf8')
const browser = await chromium.launch(chromiumLaunchOptions())
const page = await browser.newPage({ viewport: { width: 1200, height: 630 } })
await page.setContent(`<body style="margin:0">${source}</body>`)
await page.screenshot({ path: fileURLToPath(new URL('../docs/public/og.png', import.meta.url)) })
await browser.close()
