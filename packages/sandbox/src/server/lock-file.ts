import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'

/**
 * Claims a file for this process until it is released; the claim of a process that no longer runs is void.
 *
 * @throws Error where another process that runs has claimed it
 */
export function lockFile(path: string): { release: () => void } {
  const lock = `${path}.lock`
  while (!claim(lock)) {
    const owner = ownerOf(lock)
    if (owner && isRunning(owner)) {
      throw new Error(
        `${path} is in use by process ${owner}. To share state between processes use Redis; `
        + `if that process is no sandbox, delete ${lock}.`,
      )
    }
    rmSync(lock, { force: true })
  }
  return { release: () => rmSync(lock, { force: true }) }
}

/** Makes the lock this process's, at once with its content; answers whether there was none. */
function claim(lock: string): boolean {
  const draft = `${lock}.${process.pid}`
  try {
    writeFileSync(draft, String(process.pid), { mode: 0o600 })
    linkSync(draft, lock)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
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

/** A lock with this process's own id is left over from one that had the same: a container starts anew at 1. */
function isRunning(pid: number): boolean {
  if (pid === process.pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
