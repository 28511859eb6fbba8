import type { RunRequest } from '../messages.ts'
import { relayed } from '../worker/relayed.ts'
import { sealWorker } from '../worker/seal-worker.ts'
import { executePhp, preparePhp } from './execute.ts'

const emit = sealWorker()

/** A run, or the compiled module alone to start PHP for a run that comes later. */
type PhpRequest = RunRequest | { php: WebAssembly.Module }

onmessage = async ({ data }: MessageEvent<PhpRequest>) => {
  if ('code' in data) emit(await executePhp(data, relayed(data.relay), emit))
  else preparePhp(data.php)
}
