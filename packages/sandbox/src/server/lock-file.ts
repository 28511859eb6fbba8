import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { codeOf } from '../values/errors.ts'

/**
 * Locks a file for this process. The lock of a process that no longer runs is ignored.
 *
 * @throws Error if another running process has the lock
 */
export function lockFile(path: string): { release: () => void } {
  const lock = `${path}.lock`
  while (!claim(lock)) {
    const owner = ownerOf(lock)
    if (owner && isRunning(owner)) {
      throw new Error(
        `${path} is in use by process ${owner}; to share state between processes, use Redis; `
        + `if that process is not a sandbox, delete ${lock}`,
      )
    }
    rmSync(lock, { force: true })
  }
  return { release: () => rmSync(lock, { force: true }) }
}

/** Creates the lock together with its content; returns `false` if the lock exists. */
function claim(lock: string): boolean {
  const draft = `${lock}.${process.pid}`
  try {
    writeFileSync(draft, String(process.pid), { mode: 0o600 })
    linkSync(draft, lock)
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  } finally {
    rmSync(draft, { force: true })
  }
}

function ownerOf(lock: string): number | undefined {
  try {
    return Number(readFileSync(lock, 'utf8'))
  } catch {
    return undefined
  }
}

/** A lock with this process's own id is from an earlier process: in a container, ids start at 1 again. */
function isRunning(pid: number): boolean {
  if (pid === process.pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return codeOf(error) === 'EPERM'
  }
}
