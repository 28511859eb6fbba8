import { runAsWorker } from 'synckit'
import { openFetch, readRaw } from '../fetch-raw.ts'
import { codeOf, reasonsOf } from '../network-failure.ts'
import { startDeadline } from '../deadline.ts'
import type { FetchInWorker } from './node.ts'

runAsWorker<FetchInWorker>(async (request) => {
  const deadline = startDeadline(request.timeout ?? Infinity)
  try {
    const { maxBodySize = Infinity } = request
    const opening = openFetch(globalThis.fetch, request, deadline.signal)
    return await deadline.race(opening.then(response => readRaw(response, maxBodySize)))
  } catch (error) {
    return { failure: reasonsOf(error), code: codeOf(error) }
  } finally {
    deadline.stop()
  }
})
