import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Creates a temporary folder for everything that the tests of a run write, keys included, and removes it after the run. */
export default function temporaryFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'wxpay-live-'))
  process.env.TMPDIR = folder
  return () => rmSync(folder, { recursive: true, force: true })
}
