import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Gives a test run one folder for all that its tests write, keys among it, and removes the folder after the run. */
export default function temporaryFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'wxpay-live-'))
  process.env.TMPDIR = folder
  return () => rmSync(folder, { recursive: true, force: true })
}
