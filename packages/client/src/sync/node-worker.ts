import { runAsWorker } from 'synckit'
import { fetchRaw } from '../transport/fetch-raw.ts'
import { reasonsOf } from '../transport/network-failure.ts'
import type { FetchInWorker } from './node.ts'

runAsWorker<FetchInWorker>(request =>
  fetchRaw(globalThis.fetch, request).catch((error: unknown) => ({ failure: reasonsOf(error) })))
