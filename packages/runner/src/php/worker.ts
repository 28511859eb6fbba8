import type { RunRequest, WorkerMessage } from '../messages.ts'
import { relayed } from '../worker/relayed.ts'
import { executePhp } from './execute.ts'

const emit = (message: WorkerMessage) => postMessage(message)

onmessage = async ({ data }: MessageEvent<RunRequest>) => {
  emit(await executePhp(data, relayed(data.relay), emit))
}
