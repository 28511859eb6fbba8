import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Runs the `openssl` command in a folder with the given files; returns its output. */
export function openssl(args: string[], files: Record<string, string | Uint8Array>, input = ''): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'sandbox-openssl-'))
  try {
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
    return execFileSync('openssl', args, { cwd: folder, input, stdio: ['pipe', 'pipe', 'pipe'] })
  } finally {
    rmSync(folder, { recursive: true })
  }
}
