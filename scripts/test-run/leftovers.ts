import { readdirSync, readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'

/** A process that a run started and that is still there. */
export interface Leftover {
  pid: number
  command: string
}

/**
 * Finds the running processes whose `TMPDIR` is the folder or below it: all that a run started, whoever their parent
 * is now. Returns none on systems without `/proc`.
 */
export function findProcesses(folder: string): Leftover[] {
  const pids = attempt(() => readdirSync('/proc').filter(name => /^\d+$/.test(name))) ?? []
  return pids.map(Number).flatMap((pid) => {
    const environment = attempt(() => readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0')) ?? []
    const isOurs = environment.some(entry => entry === `TMPDIR=${folder}` || entry.startsWith(`TMPDIR=${folder}/`))
    if (!isOurs || pid === process.pid) return []
    return { pid, command: (attempt(() => readFileSync(`/proc/${pid}/cmdline`, 'utf8')) ?? '').replaceAll('\0', ' ').trim() }
  })
}

/** The same, once those that are about to end have ended: after five seconds at most. */
export async function findLeftovers(folder: string): Promise<Leftover[]> {
  const deadline = performance.now() + 5_000
  let found = findProcesses(folder)
  while (found.length && performance.now() < deadline) {
    await wait(100)
    found = findProcesses(folder)
  }
  return found
}

/** Ends the processes that `findProcesses` finds, and those that they start meanwhile. */
export function killProcesses(folder: string): void {
  let found = findProcesses(folder)
  while (found.length) {
    for (const { pid } of found) attempt(() => process.kill(pid, 'SIGKILL'))
    found = findProcesses(folder)
  }
}

/** A process may end while it is looked at. */
function attempt<T>(look: () => T): T | undefined {
  try {
    return look()
  } catch {
    return undefined
  }
}
