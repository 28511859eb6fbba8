import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process'

/** A process that a test started. */
export interface TestProcess {
  child: ChildProcess
  /** Ends the process and all that it started; to be called when the test is over. */
  stop: () => void
}

const running = new Set<TestProcess>()

// Tests that are interrupted call none of their hooks: Vitest ends its workers by a signal.
process.on('exit', () => {
  for (const { stop } of running) stop()
})
process.once('SIGTERM', () => process.exit(143))

/**
 * Starts a program in a process group of its own, so that `stop` ends what it started, too. It is ended with this
 * process at the latest.
 */
export function startProcess(command: string, args: string[], options: SpawnOptions = {}): TestProcess {
  const child = spawn(command, args, { ...options, detached: true })
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
