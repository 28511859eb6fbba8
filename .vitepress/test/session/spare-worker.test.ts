import type { RunWorker } from '@wxpay-live/runner'
import { expect, it } from 'vitest'
import { spareWorker } from '../../session/spare-worker.ts'

function createPool() {
  const created: RunWorker[] = []
  const prepared: RunWorker[] = []
  const terminated: RunWorker[] = []
  const create = () => {
    const terminate = () => void terminated.push(worker)
    const worker: RunWorker = { onmessage: null, onerror: null, postMessage() {}, terminate }
    created.push(worker)
    return worker
  }
  return { created, prepared, terminated, ...spareWorker(create, worker => void prepared.push(worker)) }
}

it('gives each run a new worker, prepared after the run before', () => {
  const { created, createWorker, prepared, releaseWorker, terminated } = createPool()
  const first = createWorker()
  expect(prepared).toEqual([])
  releaseWorker(first)
  expect(terminated).toEqual([first])
  const second = createWorker()
  expect(second).not.toBe(first)
  expect(prepared).toEqual([second])
  expect(created).toEqual([first, second])
})

it('creates a worker if none is ready, and keeps one at most', () => {
  const { created, createWorker, prepared, releaseWorker, terminated } = createPool()
  const [first, second] = [createWorker(), createWorker()]
  expect(first).not.toBe(second)
  releaseWorker(first)
  releaseWorker(second)
  expect(terminated).toEqual([first, second])
  expect(created).toHaveLength(3)
  expect(prepared).toEqual([created[2]])
})
