import { createClient } from '@wxpay-live/client'
import type { RunRequest } from '../messages.ts'
import { execute } from '../typescript/execute.ts'
import { modulesWith } from '../typescript/modules.ts'
import { askPage } from './ask-page.ts'
import { captureConsole } from './console.ts'
import { errorEvent } from './error-event.ts'
import { Pending, trackTimeouts } from './pending.ts'
import { relayed } from './relayed.ts'
import { sealWorker } from './seal-worker.ts'
import { reportExchanges } from './wire.ts'

const emit = sealWorker()

/** Milliseconds a run goes on after its last line, for promises that are not awaited. */
const grace = 20

/** Explains requests that the content security policy blocks: the browser only reports that they failed. */
function reportBlocked(): void {
  addEventListener('securitypolicyviolation', ({ blockedURI }) => {
    emit({ type: 'log', level: 'warn', text: `示例只能请求沙箱，没有请求 ${blockedURI}；请求沙箱要用 fetch 或客户端` })
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

onmessage = async ({ data: { code, imports = [], client, relay } }: MessageEvent<RunRequest>) => {
  emit({ type: 'started' })
  const { setTimeout } = globalThis
  const pending = new Pending(waiting => emit({ type: 'waiting', for: waiting }))
  captureConsole(console, emit)
  trackTimeouts(globalThis, pending)
  reportUncaught()
  reportBlocked()
  try {
    const transports = { fetch: askPage(fetch.bind(globalThis), emit), fetchSync: relayed(relay) }
    const wire = reportExchanges(transports, pending, emit)
    Object.assign(globalThis, { fetch: wire.fetch, wxpay: createClient({ ...client, ...wire }) })
    await execute(code, imports, modulesWith(wire))
  } catch (error) {
    emit(errorEvent(error))
  }
  await pending.drained()
  await new Promise(resolve => setTimeout(resolve, grace))
  await pending.drained()
  emit({ type: 'done' })
}
