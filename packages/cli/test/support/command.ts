import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const command = fileURLToPath(new URL('../../src/cli.ts', import.meta.url))

interface Ended {
  code: number
  stdout: string
  stderr: string
}

/** Runs `wxpay-compile` in a folder, with pipes for output. */
export function runCommand(cwd: string, ...args: string[]): Promise<Ended> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [command, ...args], { cwd }, (_, stdout, stderr) => {
      resolve({ code: child.exitCode ?? -1, stdout, stderr })
    })
  })
}
