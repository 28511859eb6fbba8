import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'

/** What a process took: processor time in seconds, peak memory in MB. */
export interface ProcessCost {
  seconds: number
  memory: number
}

/** What a program took and printed. */
export interface ProgramRun extends ProcessCost {
  /** Seconds from its start to its end. */
  elapsed: number
  code: number | null
  output: string
}

/** Returns what a running process took so far, as Linux tells it; undefined if it has ended. */
export function costOf(pid: number): ProcessCost | undefined {
  try {
    const times = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ')
    const [, peak = 0] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
    return { seconds: (Number(times[11]) + Number(times[12])) / 100, memory: Number(peak) / 1024 }
  } catch {
    return undefined
  }
}

/**
 * Prints its own cost when it ends: what is read from outside lacks the end. The memory that `resourceUsage` tells is at least
 * that of the process which started it.
 */
const reporter = `data:text/javascript,${encodeURIComponent(`import { readFileSync } from 'node:fs'
process.on('exit', () => {
  const { userCPUTime, systemCPUTime } = process.resourceUsage()
  const [, peak] = /VmHWM:\\s+(\\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))
  process.stderr.write('cost ' + (userCPUTime + systemCPUTime) / 1e6 + ' ' + peak / 1024)
})`)}`

/**
 * Runs a Node program to its end.
 *
 * @param args the program and its arguments
 * @param env its environment, ours by default
 * @throws Error if it is killed
 */
export async function runProgram(args: string[], env = process.env): Promise<ProgramRun> {
  const start = performance.now()
  const child = spawn(process.execPath, ['--import', reporter, ...args], { stdio: ['ignore', 'pipe', 'pipe'], env })
  let [output, errors] = ['', '']
  child.stdout.on('data', (text: Buffer) => { output += String(text) })
  child.stderr.on('data', (text: Buffer) => { errors += String(text) })
  const [code] = await once(child, 'close') as [number | null]
  const [, seconds = NaN, memory = NaN] = /cost (\S+) (\S+)$/.exec(errors) ?? []
  if (Number.isNaN(Number(seconds))) throw new Error(`${args.join(' ')} ended early:\n${errors}`)
  const elapsed = (performance.now() - start) / 1000
  return { seconds: Number(seconds), memory: Number(memory), elapsed, code, output }
}
