import { type Excess, limits } from './limits.ts'
import type { WorkerMessage } from './messages.ts'

/** Counts what a run sends, whatever its kind. */
export class Quota {
  readonly #left = { ...limits }

  /** Counts a message, or returns the limit that it exceeds. */
  take(message: WorkerMessage): Excess | undefined {
    const cost = Object.entries({ messages: 1, ...costOf(message) }) as [Excess, number][]
    const excess = cost.find(([what, amount]) => amount > this.#left[what])
    if (excess) return excess[0]
    for (const [what, amount] of cost) this.#left[what] -= amount
    return undefined
  }

  /** Returns the part of a text that is within the limits. */
  fit(text: string): string {
    return text.slice(0, this.#left.characters).split('\n', this.#left.lines).join('\n')
  }
}

function costOf(message: WorkerMessage): Partial<Record<Excess, number>> {
  switch (message.type) {
    case 'fetch': return { requests: 1, sent: message.request.body.byteLength }
    case 'exchange': return { exchanges: 1, exchanged: JSON.stringify(message.exchange).length }
    case 'log': return costOfText(`${message.text}\n`)
    case 'output': return costOfText(message.text)
    case 'error': return costOfText(`${message.name}${message.message}${message.detail ?? ''}\n`)
    default: return {}
  }
}

const costOfText = (text: string) => ({ characters: text.length, lines: text.split('\n').length - 1 })
