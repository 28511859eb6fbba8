import {
  appendFileSync, closeSync, fstatSync, ftruncateSync, openSync, readFileSync, renameSync, rmSync,
  writeFileSync,
} from 'node:fs'
import { createFlusher } from './flusher.ts'

/** An item's new value, or only its key if it was removed. */
export type Change = [key: string, value?: string]

/** The first line of every log. A file without it is never read or overwritten. */
const header = '["wxpay-sandbox state",1]\n'

/** Changes made together are one line, so the log never has only some of them. */
const lineOf = (changes: Change[]) => `${JSON.stringify(changes)}\n`

/** An open log of changes on disk. */
export interface ChangeLog {
  lines: number
  /** @throws Error if another program has removed, replaced or changed the file: what is appended would be lost */
  check: () => void
  append: (changes: Change[]) => void
  close: () => void
}

/**
 * Writes a new log, then replaces the old one.
 *
 * @throws Error if it cannot be written; the old one stays
 */
export function writeLog(path: string, items: Map<string, string>): ChangeLog {
  const text = header + [...items].map(item => lineOf([item])).join('')
  const file = replace(path, text)
  const flusher = createFlusher(file)
  let size = Buffer.byteLength(text)

  function check() {
    const found = fstatSync(file)
    if (found.nlink > 0 && found.size === size) return
    throw new Error(`${path} was removed or changed by another program; restart the sandbox to use it as it is now`)
  }

  return {
    lines: items.size,
    check,
    append(changes) {
      const line = lineOf(changes)
      check()
      flusher.soon()
      try {
        appendFileSync(file, line)
      } catch (error) {
        // Remove a partly written line, or the next one would be damaged.
        ftruncateSync(file, size)
        throw error
      }
      size += Buffer.byteLength(line)
      this.lines++
    },
    close() {
      flusher.stop()
      closeSync(file)
    },
  }
}

/** Replaces a file as a whole, never through a link at the name of the draft; returns the new one, open to append. */
function replace(path: string, text: string): number {
  const draft = `${path}.new`
  rmSync(draft, { force: true })
  const file = openSync(draft, 'ax', 0o600)
  try {
    writeFileSync(file, text, { flush: true })
    renameSync(draft, path)
    return file
  } catch (error) {
    closeSync(file)
    rmSync(draft, { force: true })
    throw error
  }
}

/** Whether a text may be the value of a key. */
export type IsItem = (key: string, text: string) => boolean

/**
 * Reads a log, without the unfinished last line that a killed process may leave.
 *
 * @throws Error if the file is not a log, or a line is damaged or has a value that is not an item
 */
export function readLog(path: string, isItem: IsItem): Map<string, string> {
  const text = readFileSync(path, 'utf8')
  if (!text.startsWith(header)) throw new Error(`${path} is not a state file of this sandbox; use another file`)
  const items = new Map<string, string>()
  const whole = text.slice(header.length, text.lastIndexOf('\n') + 1).split('\n').filter(Boolean)
  whole.forEach((line, index) => {
    const changes = readLine(line) ?? damaged(`${path}:${index + 2} is damaged`)
    for (const [key, text] of changes) {
      if (text !== undefined && !isItem(key, text)) damaged(`${path}:${index + 2} is damaged: invalid record ${key}`)
    }
    apply(items, changes)
  })
  return items
}

/** Applies changes to items, in order. */
export function apply(items: Map<string, string>, changes: Change[]): void {
  for (const [key, value] of changes) {
    if (value === undefined) items.delete(key)
    else items.set(key, value)
  }
}

function readLine(line: string): Change[] | undefined {
  try {
    const changes: unknown = JSON.parse(line)
    return Array.isArray(changes) && changes.every(isChange) ? changes : undefined
  } catch {
    return undefined
  }
}

const isChange = (value: unknown): value is Change =>
  Array.isArray(value) && typeof value[0] === 'string' && ['string', 'undefined'].includes(typeof value[1])

function damaged(problem: string): never {
  throw new Error(`${problem}; restore the file, or delete it to start without orders`)
}
