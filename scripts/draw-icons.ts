import { readFileSync, writeFileSync } from 'node:fs'
import { chromium } from 'playwright'
import { chromiumLaunchOptions } from './chromium.ts'

/** The icons that a page shows before the reader does anything, and what stands before each in the style sheets of VitePress. */
const icons = {
  'align-left': '.vpi-align-left',
  'chevron-right': '.vpi-chevron-right',
  'copy': '--vp-icon-copy',
  'external-link': '.vp-external-link-icon',
  'moon': '.vpi-moon',
  'search': '.vpi-search',
  'sun': '.vpi-sun',
}

/** Script that draws an image with three pixels for each of CSS; it results in the URL of a bitmap. */
const draw = (source: string) => `{
  const image = new Image(48, 48)
  image.src = ${JSON.stringify(source)}
  image.decode().then(() => {
    const canvas = document.createElement('canvas')
    canvas.width = image.width
    canvas.height = image.height
    canvas.getContext('2d').drawImage(image, 0, 0, image.width, image.height)
    return canvas.toDataURL('image/webp')
  })
}`

// Draws these icons of VitePress as bitmaps for `.vitepress/theme/styles/icons.css`.
const styles = ['icons.css', 'components/vp-doc.css']
  .map(file => readFileSync(`node_modules/vitepress/dist/client/theme-default/styles/${file}`, 'utf8')).join('')
const browser = await chromium.launch(chromiumLaunchOptions())
const page = await browser.newPage()
for (const [name, before] of Object.entries(icons)) {
  const [source] = /(?<=")data:[^"]*/.exec(styles.slice(styles.indexOf(before))) ?? []
  if (!source) throw new Error(`VitePress has no icon ${name}`)
  const url = await page.evaluate<string>(draw(source))
  writeFileSync(`.vitepress/theme/icons/${name}.webp`, url.replace(/^.*,/, ''), 'base64')
}
await browser.close()
