import { enableCompileCache } from 'node:module'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'

const { values: { outDir, help } } = parseArgs({ options: { outDir: { type: 'string' }, help: { type: 'boolean', short: 'h' } } })

if (help) {
  console.log(`Usage: npm run build -- [--outDir <folder>]

Builds the site into .vitepress/dist, or into another folder, whose other files are deleted.

Environment variables:
  DOCS_DIR   builds the pages of another folder
  BASE_URL   path of the site on its server, such as /docs/
  SITE_URL   address of the site: adds canonical addresses and a sitemap`)
} else {
  enableCompileCache(process.env.NODE_COMPILE_CACHE ?? 'node_modules/.cache/compiled')
  // Vue and VitePress read it when they are loaded.
  process.env.NODE_ENV = 'production'
  const { buildSite } = await import('../.vitepress/build/build-site.ts')
  try {
    await buildSite(outDir && resolve(outDir))
  } catch (error) {
    console.error(process.env.DEBUG ? error : (error as Error).message)
    process.exitCode = 1
  }
}
