import type { WorkerMessage } from '../messages.ts'
import { cutTexts } from './cut-texts.ts'

/**
 * Takes from the code what would go past the limits of a run: `postMessage`, because the page gets only what the code logs,
 * sends and throws, and `Worker`, because nobody limits what workers of its own log.
 *
 * @returns the function that posts messages to the page, with long texts cut
 */
export function sealWorker(): (message: WorkerMessage, transfer?: Transferable[]) => void {
  const post = postMessage.bind(globalThis)
  for (const name of ['postMessage', 'Worker']) Reflect.deleteProperty(globalThis, name)
  return (message, transfer = []) => post(message.type === 'fetch' ? message : cutTexts(message), { transfer })
}
