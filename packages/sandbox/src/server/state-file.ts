import { existsSync } from 'node:fs'
import type { Driver } from 'unstorage'
import { apply, type Change, readLog, writeLog } from './change-log.ts'
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
  const items = new Map<string, string>()
  try {
    if (existsSync(path)) apply(items, [...readLog(path)])
  } catch (error) {
    lock.release()
    throw error
  }
  let log = writeLog(path, items)

  function commit(changes: Change[]) {
    log.append(changes)
    apply(items, changes)
    if (log.lines > 2 * items.size + slack) compact()
  }

  function compact() {
    log.close()
    log = writeLog(path, items)
  }

  return {
    name: 'state-file',
    hasItem: key => items.has(key),
    getItem: key => items.get(key) ?? null,
    getKeys: () => [...items.keys()],
    setItem: (key, value) => commit([[key, value]]),
    setItems: all => commit(all.map(({ key, value }) => [key, value])),
    removeItem: key => commit([[key]]),
    clear() {
      items.clear()
      compact()
    },
    dispose() {
      compact()
      log.close()
      lock.release()
    },
  }
}
