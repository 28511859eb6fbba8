import { existsSync, globSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'

/** A folder that is being filled. */
export interface OutputFolder {
  /** Writes a file, by its path in the folder, unless it is there already. */
  write: (path: string, content: string | Uint8Array) => void
  /** Writes the files of another folder. */
  copy: (folder: string) => void
  /** Deletes the files that were not written. */
  close: () => void
}

/** Fills a folder, and touches only what changes in it. */
export function fillFolder(folder: string): OutputFolder {
  const written = new Set<string>()
  const folders = new Set<string>()

  function write(path: string, content: string | Uint8Array): void {
    const file = join(folder, path)
    written.add(file)
    const bytes = typeof content === 'string' ? Buffer.from(content) : content
    const { size } = statSync(file, { throwIfNoEntry: false }) ?? {}
    if (size === bytes.length && readFileSync(file).equals(bytes)) return
    if (!folders.has(dirname(file))) mkdirSync(dirname(file), { recursive: true })
    folders.add(dirname(file))
    writeFileSync(file, bytes)
  }

  return {
    write,
    copy(from) {
      for (const entry of globSync('**/*', { cwd: from, withFileTypes: true })) {
        const file = join(entry.parentPath, entry.name)
        if (entry.isFile()) write(relative(from, file), readFileSync(file))
      }
    },
    close() {
      if (!existsSync(folder)) return
      for (const entry of globSync('**/*', { cwd: folder, withFileTypes: true })) {
        const file = join(entry.parentPath, entry.name)
        if (!entry.isDirectory() && !written.has(file)) rmSync(file)
      }
    },
  }
}
