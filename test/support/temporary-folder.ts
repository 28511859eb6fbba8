import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'

const prefix = 'wxpay-tests-'

/**
 * Creates a temporary folder for everything that the tests of a run write, keys included, and removes it after the run.
 * Projects of one run share the folder of the first: the paths of Chromium's sockets must not exceed 107 bytes.
 */
export default function temporaryFolder() {
  if (basename(tmpdir()).startsWith(prefix)) return
  const folder = mkdtempSync(join(tmpdir(), prefix))
  process.env.TMPDIR = folder
  return () => rmSync(folder, { recursive: true, force: true })
}
