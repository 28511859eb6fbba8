import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vitepress'
import { keepNewest } from '../page/keep-newest.ts'
import { bundlePageKit, type Bundle } from '../vite/page-kit.ts'

/** The site without its pages, as VitePress bundles it. */
export interface App {
  /** Folder of the files that browsers load. */
  client: string
  /** Folder of the modules that render pages. */
  server: string
  bundles: Record<'client' | 'ssr', Bundle>
  /** A document without content, title and description. */
  frame: string
  /** Folder for what this app has made of pages. */
  documents: string
}

/**
 * Bundles the site without its pages, or takes it from an earlier build.
 * @param root folder of `.vitepress`
 * @param folder of the kept ones
 * @param version changes with all that is bundled
 */
export async function takeApp(root: string, folder: string, version: string): Promise<App> {
  const own = join(folder, version)
  keepNewest(folder, version)
  if (!existsSync(own)) await bundleApp(root, own)
  return {
    client: join(own, 'client'),
    server: join(own, 'server'),
    bundles: JSON.parse(readFileSync(join(own, 'bundles.json'), 'utf8')),
    frame: readFileSync(join(own, 'client/404.html'), 'utf8'),
    documents: join(own, 'documents'),
  }
}

async function bundleApp(root: string, own: string): Promise<void> {
  // Another build may do the same at this time.
  const unfinished = `${own}.${process.pid}`
  const bundles: Partial<App['bundles']> = {}
  const plugin = bundlePageKit((side, bundle, dir) => {
    bundles[side] = bundle
    if (side === 'ssr') cpSync(dir, join(unfinished, 'server'), { recursive: true })
  })
  await build(root, {
    outDir: join(unfinished, 'client'),
    onAfterConfigResolve(config) {
      config.pages = []
      config.vite = { ...config.vite, plugins: [...config.vite?.plugins ?? [], plugin] }
    },
  })
  mkdirSync(join(unfinished, 'documents'))
  writeFileSync(join(unfinished, 'bundles.json'), JSON.stringify(bundles))
  if (existsSync(own)) rmSync(unfinished, { recursive: true })
  else renameSync(unfinished, own)
}
