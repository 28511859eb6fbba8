import { existsSync } from 'node:fs'
import type { Driver } from 'unstorage'
import { apply, type Change, type ChangeLog, type IsItem, readLog, writeLog } from './change-log.ts'
import { lockFile } from './lock-file.ts'
import { targetOf } from './target-of.ts'

/** The file is rewritten when it has this many more lines than twice its items. */
const slack = 1000

/**
 * Creates a driver for unstorage that keeps items in memory and appends each change to a file before it acknowledges it.
 *
 * A process killed at any moment loses no acknowledged change: at worst the last line is unfinished, and the next start
 * ignores it. A power failure loses at most the last second.
 *
 * @param isItem whether a text may be the value of a key; a file with another is damaged. By default any may
 * @throws Error if the file is not a state file, is damaged, cannot be written, or is in use by another process
 */
export function stateFile(name: string, isItem: IsItem = () => true): Driver {
  // Two links to one file must not be two states.
  const path = targetOf(name)
  const lock = lockFile(path)
  let items = new Map<string, string>()
  let log: ChangeLog
  try {
    if (existsSync(path)) items = readLog(path, isItem)
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

  function replaceWith(kept: Map<string, string>) {
    const old = log
    old.check()
    log = writeLog(path, kept)
    items = kept
    old.close()
  }

  /** Rewrites the log; on a full disk, the present one keeps growing, and the file of another program stays. */
  function compact() {
    try {
      replaceWith(items)
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
    clear: () => replaceWith(new Map()),
    dispose() {
      compact()
      log.close()
      lock.release()
    },
  }
}
