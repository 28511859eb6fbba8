import type { WorkerMessage } from '../messages.ts'
import { cutTexts } from './cut-texts.ts'

/**
 * Removes what would bypass the limits of a run: `postMessage`, since the page should receive only what the code logs, requests
 * and throws, and `Worker`, since nested workers would log without limit.
 *
 * @returns the function that posts messages to the page, with long texts cut
 */
export function sealWorker(): (message: WorkerMessage, transfer?: Transferable[]) => void {
  const post = postMessage.bind(globalThis)
  for (const name of ['postMessage', 'Worker']) Reflect.deleteProperty(globalThis, name)
  return (message, transfer = []) => post(message.type === 'fetch' ? message : cutTexts(message), { transfer })
}
