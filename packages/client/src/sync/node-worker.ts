import { runAsWorker } from 'synckit'
import { openFetch, readRaw } from '../transport/fetch-raw.ts'
import { codeOf, reasonsOf } from '../transport/network-failure.ts'
import { startDeadline } from '../transport/deadline.ts'
import type { FetchInWorker } from './node.ts'

runAsWorker<FetchInWorker>(async (request) => {
  const deadline = startDeadline(request.timeout ?? Infinity)
  try {
    return await deadline.race(openFetch(globalThis.fetch, request, deadline.signal).then(readRaw))
  } catch (error) {
    return { failure: reasonsOf(error), code: codeOf(error) }
  } finally {
    deadline.stop()
  }
})
