import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { appendFileSync, cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** What a build took. Processor time in seconds, sizes in MB. */
export interface BuildCost {
  /** Reading the configuration and compiling the pages. */
  'compile, s': number
  /** Rendering the pages' Markdown and bundling, for browser and server. */
  'bundle, s': number
  /** Rendering the pages' HTML, and all after it. */
  'render, s': number
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
  // Links to pages that were not chosen do not fail a build by VitePress alone.
  mkdirSync(join(folder, '.vitepress'))
  writeFileSync(join(folder, '.vitepress/config.js'), 'export default { ignoreDeadLinks: true }')
  return folder
}

/** Changes a page, so that a build after it is one after a change. */
export function changePage(folder: string): void {
  const [page = ''] = globSync('**/*.md', { cwd: folder })
  appendFileSync(join(folder, page), '\n一处修改。\n')
}

/** What VitePress prints when a phase begins. */
const phases = ['building client', 'rendering pages', 'build complete']

/** Builds the site of a folder, or lets VitePress alone do it. */
export async function measureBuild(docs: string, alone = false): Promise<BuildCost> {
  const out = mkdtempSync(join(tmpdir(), 'site-'))
  const root = alone ? [docs] : []
  const child = spawn(process.execPath, ['node_modules/.bin/vitepress', 'build', ...root, '--outDir', out], {
    env: { ...process.env, DOCS_DIR: docs }, stdio: ['ignore', 'pipe', 'pipe'],
  })
  const marks: number[] = []
  let memory = 0
  const look = () => {
    const { peak, seconds } = costOf(child.pid!)
    memory = Math.max(memory, peak)
    return seconds
  }
  const timer = setInterval(look, 100)
  let log = ''
  const read = (text: Buffer) => {
    log += text
    while (marks.length < phases.length && log.includes(phases[marks.length]!)) marks.push(look())
  }
  child.stdout.on('data', read)
  child.stderr.on('data', read)
  const [code] = await once(child, 'close')
  clearInterval(timer)
  if (code !== 0) throw new Error(`the build of ${docs} failed:\n${log.slice(-2000)}`)
  const files = globSync('**/*', { cwd: out }).map(file => statSync(join(out, file)))
  rmSync(out, { recursive: true })
  const [compiled = 0, bundled = 0, rendered = 0] = marks
  return {
    'compile, s': round(compiled), 'bundle, s': round(bundled - compiled), 'render, s': round(rendered - bundled),
    'all, s': round(rendered), 'memory, MB': Math.round(memory / 1024),
    'output, MB': round(files.reduce((sum, file) => sum + (file.isFile() ? file.size : 0), 0) / 1e6),
  }
}

const round = (number: number) => Math.round(number * 10) / 10

/** Processor time in seconds and peak memory in KB of a running process, as Linux tells them. */
function costOf(pid: number): { seconds: number, peak: number } {
  try {
    const times = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ')
    const [, peak = 0] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
    return { seconds: (Number(times[11]) + Number(times[12])) / 100, peak: Number(peak) }
  } catch {
    return { seconds: NaN, peak: 0 }
  }
}
