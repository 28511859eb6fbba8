import type { WorkerMessage } from '../messages.ts'
import { cutTexts } from './cut-texts.ts'

/**
 * Returns the function that posts messages to the page, with long texts cut. The code loses `postMessage`: the page gets
 * only what the code logs, sends and throws.
 */
export function takePostMessage(): (message: WorkerMessage, transfer?: Transferable[]) => void {
  const post = postMessage.bind(globalThis)
  Reflect.deleteProperty(globalThis, 'postMessage')
  return (message, transfer = []) => post(message.type === 'fetch' ? message : cutTexts(message), { transfer })
}
