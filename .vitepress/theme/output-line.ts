import type { RunEvent } from '@wxpay-live/runner'
import { startFailure } from './start-failure.ts'

type Event<T extends RunEvent['type']> = Extract<RunEvent, { type: T }>

/** An entry of the output: text from the code, or the error that ended it. */
export type OutputLine = Event<'log' | 'output' | 'error'>

/** Returns the entries of the output for an event: one, or none. */
export function linesOf(event: RunEvent): OutputLine[] {
  switch (event.type) {
    case 'exchange':
    case 'done': return []
    case 'timeout': return [timeoutLine(event)]
    case 'excess': return [excessLine(event)]
    default: return [event]
  }
}

/** Joins consecutive pieces of printed output, which do not match lines. */
export function joinOutput(lines: OutputLine[]): OutputLine[] {
  const joined: OutputLine[] = []
  for (const line of lines) {
    const last = joined.at(-1)
    if (line.type === 'output' && last?.type === 'output') joined.splice(-1, 1, { ...last, text: last.text + line.text })
    else joined.push(line)
  }
  return joined
}

/** The text of the entries, as the page shows them. */
export function textOfLines(lines: OutputLine[]): string {
  return lines.map(line => line.type === 'error'
    ? [`${line.name}: ${line.message}`, line.detail].filter(Boolean).join('\n')
    : line.text).join('\n')
}

/** Describes why the sandbox did not start. */
export function failureLine(error: unknown): OutputLine {
  const { message, advice } = startFailure(error)
  return { type: 'error', name: '沙箱没有准备好', message, detail: advice }
}

const timeoutLine = ({ waiting }: Event<'timeout'>): OutputLine => ({
  type: 'error',
  name: '超时',
  message: waiting.length
    ? `还在等 ${waiting.join('、')}`
    : '没有在等请求或定时器：代码在循环，或在等一个不会有结果的 Promise',
})

/** Name of what there was too much of, and its unit. */
const excesses: Record<Event<'excess'>['of'], [name: string, unit: string]> = {
  messages: ['消息太多', '条'],
  requests: ['请求太多', '次'],
  sent: ['请求太长', '字节'],
  exchanges: ['请求太多', '次'],
  exchanged: ['报文太长', '个字符'],
  lines: ['输出太多', '行'],
  characters: ['输出太多', '个字符'],
}

function excessLine({ of, limit }: Event<'excess'>): OutputLine {
  const [name, unit] = excesses[of]
  return { type: 'error', name, message: `超过 ${limit} ${unit}，其余的没有显示，运行到此为止` }
}
