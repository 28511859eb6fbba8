import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** Writes files, by their path below a folder. */
export function writeFiles(folder: string, files: Record<string, string | Uint8Array>): void {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), text)
  }
}

/**
 * Builds the site of another folder into a new one, as `DOCS_DIR=… npm run build` does.
 * @param variables further environment variables
 */
export function buildFolder(docs: string, variables: Record<string, string> = {}) {
  const site = mkdtempSync(join(tmpdir(), 'site-'))
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/build.ts', '--outDir', site], {
    env: { ...process.env, ...variables, DOCS_DIR: docs }, encoding: 'utf8',
  })
  return {
    status,
    output: stdout + stderr,
    /** All files of the site, by their path. */
    files: readdirSync(site, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry => join(entry.parentPath, entry.name).slice(site.length + 1)),
    read: (file: string) => readFileSync(join(site, file), 'utf8'),
  }
}
