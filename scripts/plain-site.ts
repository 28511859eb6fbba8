import { cpSync, mkdirSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from 'vitepress'

/** Below our dependencies, which it is built with. */
const folder = fileURLToPath(new URL('../node_modules/.cache/plain-site', import.meta.url))

/** Builds a page as VitePress alone does; returns the root of the site, whose home page it is. */
export async function buildPlainSite(page: string): Promise<string> {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  cpSync(page, `${folder}/index.md`)
  await build(folder)
  return folder
}
