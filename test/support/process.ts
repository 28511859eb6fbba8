import { spawn, type ChildProcessByStdio } from 'node:child_process'
import type { Readable } from 'node:stream'

/** A process that a test started. */
export interface TestProcess {
  child: ChildProcessByStdio<null, Readable, Readable>
  /** Ends the process and all that it started; to be called when the test is over. */
  stop: () => void
}

const running = new Set<TestProcess>()

// No hook of a test runs if the test run is interrupted: Vitest ends its workers with a signal.
process.on('exit', () => {
  for (const { stop } of running) stop()
})
process.once('SIGTERM', () => process.exit(143))

/**
 * Starts a program in its own process group, so that `stop` also ends what it started. It ends with this process at
 * the latest. Its output must be read, or it may block: call `resume()` on a stream of no interest.
 */
export function startProcess(
  command: string,
  args: string[],
  options: { cwd?: string, env?: NodeJS.ProcessEnv } = {},
): TestProcess {
  const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'], detached: true })
  const started: TestProcess = {
    child,
    stop() {
      running.delete(started)
      // A process of the group may outlive the child, and the group may be gone.
      if (child.pid !== undefined) killGroup(child.pid)
    },
  }
  running.add(started)
  return started
}

function killGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}
