import type { CodeEvent, LogLevel } from '../messages.ts'
import { describeBytes } from './describe-bytes.ts'
import { describe } from './describe.ts'

const levels: LogLevel[] = ['debug', 'error', 'info', 'log', 'warn']

/** Other methods that print, which print like `log`. */
const printing = ['dir', 'dirxml', 'group', 'groupCollapsed', 'table', 'trace']

/** Prefix of lines by Vite's client, which shares the worker's console in development. */
const devClient = '[vite]'

function format(value: unknown): string {
  if (typeof value === 'string') return value
  try {
    if (value instanceof ArrayBuffer || value instanceof Uint8Array) return describeBytes(value)
    if (value instanceof Error && typeof value.stack === 'string') return value.stack
  } catch {
    // A proxy that throws; `describe` says so.
  }
  return describe(value, 2)
}

/**
 * Replaces the methods of a console with ones that report text. Those that print nothing do nothing: a loop that calls
 * the browser's own ones would freeze the page.
 */
export function captureConsole(console: object, emit: (event: CodeEvent) => void): void {
  const print = (level: LogLevel) => (...values: unknown[]) => {
    if (typeof values[0] === 'string' && values[0].startsWith(devClient)) return
    emit({ type: 'log', level, text: values.map(format).join(' ') })
  }
  const methods = {
    ...Object.fromEntries(Object.keys(console).map(name => [name, () => {}])),
    ...Object.fromEntries(printing.map(name => [name, print('log')])),
    ...Object.fromEntries(levels.map(level => [level, print(level)])),
    assert: (condition: unknown, ...values: unknown[]) => {
      if (!condition) print('error')('Assertion failed', ...values)
    },
  }
  Object.assign(console, methods)
}
