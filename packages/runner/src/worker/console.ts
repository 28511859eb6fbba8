import inspect from 'object-inspect'
import type { LogLevel, RunEvent } from '../messages.ts'

const levels: LogLevel[] = ['debug', 'error', 'info', 'log', 'warn']

/** How Vite's client begins its lines: while developing it shares the worker's console. */
const devClient = '[vite]'

/** Lines after which a run's output is cut, so that an endless loop of logging cannot choke the page. */
export const maxLines = 1_000

/** Characters after which one line is cut. */
export const maxLength = 100_000

function format(value: unknown): string {
  if (typeof value === 'string') return value
  if (value instanceof Error) return value.stack ?? String(value)
  return inspect(value, { indent: 2, depth: 8 })
}

function cut(text: string): string {
  return text.length > maxLength ? `${text.slice(0, maxLength)}… (${text.length} characters)` : text
}

/** Replaces the methods of a console: what is logged is reported as text instead. */
export function captureConsole(console: Pick<Console, LogLevel>, emit: (event: RunEvent) => void): void {
  let lines = 0
  for (const level of levels) {
    console[level] = (...values: unknown[]) => {
      if (String(values[0]).startsWith(devClient)) return
      lines++
      if (lines > maxLines + 1) return
      const text = lines > maxLines
        ? `… output stops here: more than ${maxLines} lines`
        : cut(values.map(format).join(' '))
      emit({ type: 'log', level, text })
    }
  }
}
