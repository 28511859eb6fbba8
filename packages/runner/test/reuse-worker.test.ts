import { expect, it } from 'vitest'
import { reuseWorker, type RunWorker } from '../src/index.ts'

function pool() {
  const terminated: RunWorker[] = []
  const create = () => {
    const terminate = () => void terminated.push(worker)
    const worker: RunWorker = { onmessage: null, onerror: null, postMessage() {}, terminate }
    return worker
  }
  return { terminated, ...reuseWorker(create) }
}

it('reuses a released worker for one run at a time', () => {
  const { createWorker, releaseWorker } = pool()
  const first = createWorker()
  expect(createWorker()).not.toBe(first)
  releaseWorker(first)
  expect(createWorker()).toBe(first)
  expect(createWorker()).not.toBe(first)
})

it('keeps one idle worker and terminates others', () => {
  const { createWorker, releaseWorker, terminated } = pool()
  const [first, second] = [createWorker(), createWorker()]
  releaseWorker(first)
  releaseWorker(second)
  expect(terminated).toEqual([first])
  expect(createWorker()).toBe(second)
})
