import { readFileSync, rmSync, writeFileSync } from 'node:fs'

/**
 * Claims a file for this process until it is released; the claim of a process that no longer runs is void.
 *
 * @throws Error where another process that runs has claimed it
 */
export function lockFile(path: string): { release: () => void } {
  const lock = `${path}.lock`
  const owner = ownerOf(lock)
  if (owner && isRunning(owner)) {
    throw new Error(
      `${path} is in use by process ${owner}. To share state between processes use Redis; `
      + `if that process is no sandbox, delete ${lock}.`,
    )
  }
  rmSync(lock, { force: true })
  // Fails where another process was faster.
  writeFileSync(lock, String(process.pid), { flag: 'wx', mode: 0o600 })
  return { release: () => rmSync(lock, { force: true }) }
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
