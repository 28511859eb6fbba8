import { parentPort } from 'node:worker_threads'
import { fetchSync } from '@wxpay-live/client'
import type { RunRequest, WorkerMessage } from '../messages.ts'
import { executePhp } from './execute.ts'

const emit = (message: WorkerMessage) => parentPort?.postMessage(message)

parentPort?.on('message', async (request: RunRequest) => emit(await executePhp(request, fetchSync, emit)))
