import inspect from 'object-inspect'
import type { CodeEvent, LogLevel } from '../messages.ts'
import { describeBytes } from './describe-bytes.ts'

const levels: LogLevel[] = ['debug', 'error', 'info', 'log', 'warn']

/** Prefix of lines by Vite's client, which shares the worker's console in development. */
const devClient = '[vite]'

/** Maximum number of lines, so that a loop that logs does not freeze the page. */
export const maxLines = 1_000

/** Maximum length of a line in characters. */
export const maxLength = 100_000

function format(value: unknown): string {
  if (typeof value === 'string') return value
  if (value instanceof Error) return value.stack ?? String(value)
  if (value instanceof ArrayBuffer || value instanceof Uint8Array) return describeBytes(value)
  return inspect(value, { indent: 2, depth: 8 })
}

function cut(text: string): string {
  return text.length > maxLength ? `${text.slice(0, maxLength)}……（共 ${text.length} 个字符）` : text
}

/** Replaces the methods of a console with ones that report text. */
export function captureConsole(console: Pick<Console, LogLevel>, emit: (event: CodeEvent) => void): void {
  let lines = 0
  for (const level of levels) {
    console[level] = (...values: unknown[]) => {
      if (String(values[0]).startsWith(devClient)) return
      lines++
      if (lines > maxLines + 1) return
      const text = lines > maxLines
        ? `……输出到此为止：超过 ${maxLines} 行`
        : cut(values.map(format).join(' '))
      emit({ type: 'log', level, text })
    }
  }
}
