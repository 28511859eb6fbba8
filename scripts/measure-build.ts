import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { appendFileSync, cpSync, globSync, mkdirSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Alone, configureAlone } from './configure-alone.ts'
import { costOf } from './process-cost.ts'

/** What a build took. Processor time in seconds, sizes in MB. */
export interface BuildCost {
  /** Reading the configuration and compiling the pages. */
  'compile, s': number
  /** Bundling for browser and server; by VitePress alone, with the pages. */
  'bundle, s': number
  /** Rendering the pages' Markdown. */
  'render, s': number
  /** Rendering the pages' documents, and all after it. */
  'write, s': number
  'all, s': number
  'memory, MB': number
  'output, MB': number
}

/** Below our dependencies, which VitePress looks for there. */
const folder = fileURLToPath(new URL('../node_modules/.cache/measured-pages', import.meta.url))

/** Copies so many pages of a folder, chosen evenly. */
export function copyPages(from: string, count: number): string {
  rmSync(folder, { recursive: true, force: true })
  const pages = globSync('**/*.md', { cwd: from }).toSorted()
  for (let index = 0; index < count; index++) {
    const page = pages[Math.floor(index * pages.length / count)]!
    mkdirSync(dirname(join(folder, page)), { recursive: true })
    cpSync(join(from, page), join(folder, page))
  }
  return folder
}

/** Changes a page, so that a build after it is one after a change. */
export function changePage(folder: string): void {
  const [page = ''] = globSync('**/*.md', { cwd: folder })
  appendFileSync(join(folder, page), '\n一处修改。\n')
}

/** What is printed when a phase after the first begins, and at the end. */
const phases = ['bundling the site', 'rendering pages\n', 'writing pages', 'site complete']
const phasesAlone = ['building client', 'rendering pages', 'rendering pages', 'build complete']

/** Forgets what builds keep for later ones. */
export function forgetBuilds(): void {
  rmSync(new URL('../.vitepress/cache', import.meta.url), { recursive: true, force: true })
}

/**
 * Builds the site of a folder.
 * @param site the folder that is built into
 * @param alone what VitePress alone makes of it, instead of ours
 */
export async function measureBuild(docs: string, site: string, alone?: Alone): Promise<BuildCost> {
  if (alone) await configureAlone(docs, alone)
  const wanted = alone ? phasesAlone : phases
  const command = alone ? ['node_modules/.bin/vitepress', 'build', docs] : ['scripts/build.ts']
  const child = spawn(process.execPath, [...command, '--outDir', site], {
    env: { ...process.env, DOCS_DIR: docs }, stdio: ['ignore', 'pipe', 'pipe'],
  })
  const marks: number[] = []
  let memory = 0
  const measure = () => {
    const cost = costOf(child.pid!)
    memory = Math.max(memory, cost?.memory ?? 0)
    return cost?.seconds ?? NaN
  }
  const timer = setInterval(measure, 100)
  let log = ''
  const read = (text: Buffer) => {
    log += text
    while (marks.length < wanted.length && log.includes(wanted[marks.length]!)) marks.push(measure())
  }
  child.stdout.on('data', read)
  child.stderr.on('data', read)
  const [code] = await once(child, 'close')
  clearInterval(timer)
  if (code !== 0) throw new Error(`the build of ${docs} failed:\n${log.slice(-2000)}`)
  const files = globSync('**/*', { cwd: site }).map(file => statSync(join(site, file)))
  const [compiled = 0, bundled = 0, rendered = 0, written = 0] = marks
  return {
    'compile, s': round(compiled), 'bundle, s': round(bundled - compiled), 'render, s': round(rendered - bundled),
    'write, s': round(written - rendered), 'all, s': round(written), 'memory, MB': Math.round(memory),
    'output, MB': round(files.reduce((sum, file) => sum + (file.isFile() ? file.size : 0), 0) / 1e6),
  }
}

const round = (number: number) => Math.round(number * 10) / 10
