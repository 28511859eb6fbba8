import { link, rename, rm, writeFile } from 'node:fs/promises'
import { codeOf } from '../values/errors.ts'

/** Writes a file, for its owner only, in one step: a reader finds the old content or the new one. */
export async function replaceFile(file: string, content: string): Promise<void> {
  const draft = draftOf(file)
  await writeFile(draft, content, { mode: 0o600 })
  await rename(draft, file)
}

/**
 * Writes a file, for its owner only, unless another process has written it meanwhile.
 *
 * @returns whether this process wrote it
 */
export async function createFile(file: string, content: string): Promise<boolean> {
  const draft = draftOf(file)
  try {
    await writeFile(draft, content, { mode: 0o600 })
    await link(draft, file)
    return true
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error
    return false
  } finally {
    await rm(draft, { force: true })
  }
}

const draftOf = (file: string) => `${file}.${process.pid}`
