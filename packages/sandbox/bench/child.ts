import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'

/** A server in its own process. */
export interface Child {
  origin: string
  /** Milliseconds until it responded. */
  startup: number
  /** Returns its resident memory in MB. */
  memory: () => number
  /** Returns its processor time so far, in milliseconds. */
  processorTime: () => number
  stop: () => Promise<unknown>
}

/** Starts a server and waits for any HTTP response. */
export async function startChild(command: string[], port: number, cwd: string): Promise<Child> {
  const started = performance.now()
  const [program = '', ...args] = command
  const child = spawn(program, args, { cwd, stdio: ['ignore', 'ignore', 'inherit'] })
  const origin = `http://127.0.0.1:${port}`
  while (!await responds(origin)) {
    if (child.exitCode !== null) throw new Error(`${command.join(' ')} ended with ${child.exitCode}`)
  }
  return {
    origin,
    startup: performance.now() - started,
    memory: () => residentMemory(child),
    processorTime: () => processorTime(child),
    stop: () => {
      child.kill()
      return once(child, 'exit')
    },
  }
}

async function responds(origin: string): Promise<boolean> {
  try {
    await (await fetch(`${origin}/v3/none`)).arrayBuffer()
    return true
  } catch {
    return false
  }
}

/** The kernel counts in ticks of 10 ms, in fields 14 and 15 (proc(5)). */
function processorTime({ pid }: ChildProcess): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(' ')
  return (Number(fields[13]) + Number(fields[14])) * 10
}

function residentMemory({ pid }: ChildProcess): number {
  const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
  return Math.round(Number(kilobytes) / 1024)
}
