import { closeSync, constants, lstatSync, openSync, rmSync, statSync } from 'node:fs'
import type { DatabaseSync } from 'node:sqlite'
import { codeOf, messageOf } from '../values/errors.ts'

/** Milliseconds to wait for another process that is starting or about to end. */
const timeout = 250

/** Databases whose transactions are the locks of this process: SQLite ends that of one which nobody refers to. */
const held = new Set<DatabaseSync>()

/**
 * Locks a file for this process, by a transaction of SQLite on the empty file `PATH.lock`.
 *
 * Node has no file locks, but the SQLite it contains has them on every platform. The operating system holds such a lock
 * for all processes of the machine, those in other containers included, and ends it with its process, however that
 * ends. A file with a process id does not: each container counts from 1. A time that is renewed does not either:
 * a process that was paused loses it, and one that was killed keeps it.
 *
 * @throws Error if another process has the lock
 */
export function lockFile(path: string): { release: () => void } {
  const lock = `${path}.lock`
  for (;;) {
    prepare(lock)
    const file = idOf(lock)
    const database = begin(path, lock)
    // Otherwise the last owner has removed the file meanwhile, and this lock is of no use.
    if (file !== undefined && file === idOf(lock)) {
      held.add(database)
      return { release: () => release(lock, file, database) }
    }
    database.close()
  }
}

/** Creates the file, or empties what an earlier version has left there. SQLite reads no other content. */
function prepare(lock: string): void {
  const { O_WRONLY, O_CREAT, O_EXCL, O_TRUNC, O_NOFOLLOW = 0 } = constants
  const found = lstatSync(lock, { throwIfNoEntry: false })
  // An empty file may be locked by this very process: closing it would end that lock.
  if (found?.size === 0) return
  try {
    closeSync(openSync(lock, O_WRONLY | O_NOFOLLOW | (found ? O_TRUNC : O_CREAT | O_EXCL), 0o600))
  } catch (error) {
    if (!['EEXIST', 'ENOENT'].includes(codeOf(error) ?? '')) throw error
  }
}

function begin(path: string, lock: string): DatabaseSync {
  const { DatabaseSync } = loadSqlite()
  let database: DatabaseSync | undefined
  try {
    database = new DatabaseSync(lock, { timeout })
    // The transaction writes nothing; a journal on the disk would be a second file.
    database.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE')
    return database
  } catch (cause) {
    database?.close()
    const reason = messageOf(cause)
    throw new Error(
      reason === 'database is locked'
        ? `${path} is in use by another sandbox; stop that one, or share the state by --redis`
        : `${path} cannot be locked: ${reason}; choose a file on a local disk, or use --redis`,
      { cause },
    )
  }
}

/** Node 22 warns that SQLite is experimental, on the standard error of a command that says nothing else there. */
function loadSqlite() {
  const { emitWarning } = process
  process.emitWarning = () => {}
  try {
    return process.getBuiltinModule('node:sqlite')
  } finally {
    process.emitWarning = emitWarning
  }
}

/** Removes the file before the lock ends, so that nobody can have locked it. Windows keeps a file that is open. */
function release(lock: string, file: string, database: DatabaseSync): void {
  try {
    if (idOf(lock) === file) rmSync(lock)
  } catch {
    // An empty file without a lock keeps nobody out.
  }
  held.delete(database)
  database.close()
}

/** Tells a file from one that had its name before. */
function idOf(path: string): string | undefined {
  const found = statSync(path, { bigint: true, throwIfNoEntry: false })
  return found && `${found.dev}:${found.ino}:${found.birthtimeNs}`
}
