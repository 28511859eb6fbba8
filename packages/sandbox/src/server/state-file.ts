import { existsSync } from 'node:fs'
import type { Driver } from 'unstorage'
import { apply, type Change, type ChangeLog, readLog, writeLog } from './change-log.ts'
import { lockFile } from './lock-file.ts'

/** How many lines may be out of date before the file is written anew, beyond as many as are not. */
const slack = 1000

/**
 * A driver for unstorage that keeps everything in memory and appends each change to a file before it is acknowledged.
 *
 * A process killed at any moment loses nothing it acknowledged: at worst the last line is unfinished, and is left
 * out by the next start. A machine without power loses the last second at most.
 *
 * @throws Error where the file is not a state file, cannot be written, or belongs to another running process
 */
export function stateFile(path: string): Driver {
  const lock = lockFile(path)
  let items = new Map<string, string>()
  let log: ChangeLog
  try {
    if (existsSync(path)) items = readLog(path)
    log = writeLog(path, items)
  } catch (error) {
    lock.release()
    throw error
  }
  let allowed = slack

  function commit(changes: Change[]) {
    log.append(changes)
    apply(items, changes)
    if (log.lines > 2 * items.size + allowed) compact()
  }

  function replaceBy(kept: Map<string, string>) {
    const old = log
    log = writeLog(path, kept)
    items = kept
    old.close()
  }

  /** A disk without room for a second log keeps the one it has, which grows on. */
  function compact() {
    try {
      replaceBy(items)
      allowed = slack
    } catch {
      allowed += slack
    }
  }

  return {
    name: 'state-file',
    hasItem: key => items.has(key),
    getItem: key => items.get(key) ?? null,
    getKeys: () => [...items.keys()],
    setItem: (key, value) => commit([[key, value]]),
    setItems: all => commit(all.map(({ key, value }) => [key, value])),
    removeItem: key => commit([[key]]),
    clear: () => replaceBy(new Map()),
    dispose() {
      compact()
      log.close()
      lock.release()
    },
  }
}
