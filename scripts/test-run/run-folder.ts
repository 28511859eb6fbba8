import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findLeftovers, killProcesses } from './leftovers.ts'

/** Where a test run writes, and what must not be left of it. */
export interface Run {
  /** Environment of the run's processes: their temporary folder and their cache of compiled code are the run's. */
  env: NodeJS.ProcessEnv
  /** Ends every process that the run started. */
  kill: () => void
  /** Removes the folder and ends what still runs. Returns one line for each thing that the run left behind. */
  close: () => Promise<string[]>
}

/** Caches that Node and its tools keep in the temporary folder on purpose. */
const caches = ['node-compile-cache', 'node-jiti']

/**
 * Opens a temporary folder for one test run.
 * @param clone folder of the repository, whose files the run must not change
 */
export function openRun(clone = process.cwd()): Run {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'wxpay-live-run-'))
  const before = changedFiles(clone)
  return {
    env: { ...process.env, TMPDIR: folder, NODE_COMPILE_CACHE: join(folder, 'node-compile-cache') },
    kill() {
      killProcesses(folder)
      rmSync(folder, { recursive: true, force: true })
    },
    async close() {
      const processes = await findLeftovers(folder)
      killProcesses(folder)
      const files = readdirSync(folder).filter(name => !caches.includes(name))
      rmSync(folder, { recursive: true, force: true })
      const after = changedFiles(clone)
      return [
        ...processes.map(({ pid, command }) => `process ${pid}: ${command}`),
        ...files.map(name => `temporary file ${name}`),
        ...after.filter(line => !before.includes(line)).map(line => `change in the repository: ${line}`),
      ]
    },
  }
}

/** What `git status` lists; nothing if the folder is not a clone. */
function changedFiles(cwd: string): string[] {
  const { stdout, status } = spawnSync('git', ['status', '--porcelain'], { cwd, encoding: 'utf8' })
  return status === 0 ? stdout.split('\n').filter(Boolean) : []
}
