import { createClient, fetchSync } from '@wxpay-live/client'
import type { RunRequest, WorkerMessage } from '../messages.ts'
import { execute } from '../typescript/execute.ts'
import { captureConsole } from './console.ts'
import { errorEvent } from './error-event.ts'
import { Pending, trackTimeouts } from './pending.ts'
import { reportExchanges } from './wire.ts'

const emit = (message: WorkerMessage) => postMessage(message)

/** Milliseconds a run goes on after its last line, for promises that are not awaited. */
const grace = 20

/** Explains requests that the content security policy blocks: the browser only reports that they failed. */
function reportBlocked(): void {
  addEventListener('securitypolicyviolation', ({ blockedURI }) => {
    emit({ type: 'log', level: 'warn', text: `示例只能请求沙箱，没有请求 ${blockedURI}` })
  })
}

function reportUncaught(): void {
  addEventListener('error', (event) => {
    event.preventDefault()
    emit(errorEvent(event.error))
  })
  addEventListener('unhandledrejection', (event) => {
    event.preventDefault()
    emit(errorEvent(event.reason))
  })
}

onmessage = async ({ data: { code, client } }: MessageEvent<RunRequest>) => {
  emit({ type: 'started' })
  const { setTimeout } = globalThis
  const pending = new Pending()
  captureConsole(console, emit)
  trackTimeouts(globalThis, pending)
  reportUncaught()
  reportBlocked()
  try {
    const wire = reportExchanges({ fetch: fetch.bind(globalThis), fetchSync }, pending, emit)
    Object.assign(globalThis, { wxpay: createClient({ ...client, ...wire }) })
    await execute(code)
  } catch (error) {
    emit(errorEvent(error))
  }
  await pending.drained()
  await new Promise(resolve => setTimeout(resolve, grace))
  await pending.drained()
  emit({ type: 'done' })
}
