import { describe, expect, it, vi } from 'vitest'
import { createDiagnoser } from '../../../session/clinic/diagnoser.ts'

/** A worker that answers when the test says so. */
function startWorkers() {
  const workers: Worker[] = []
  const create = () => {
    const worker = { postMessage: vi.fn(), terminate: vi.fn(), onmessage: null, onerror: null }
    workers.push(worker as unknown as Worker)
    return workers.at(-1)!
  }
  return { workers, create }
}

const paste = { text: 'x', given: {} }
const answer = { unreadable: 'certificate' }

describe('createDiagnoser', () => {
  it('starts a worker at the first call, and keeps it', async () => {
    const { workers, create } = startWorkers()
    const { diagnose } = createDiagnoser(create)
    expect(workers).toHaveLength(0)
    for (const given of [{}, { appid: 'wx' }]) {
      const outcome = diagnose({ text: 'x', given })
      workers[0]!.onmessage!(new MessageEvent('message', { data: answer }))
      expect(await outcome).toEqual(answer)
    }
    expect(workers).toHaveLength(1)
  })

  it('ends a diagnosis when a later one begins', async () => {
    const { workers, create } = startWorkers()
    const { diagnose } = createDiagnoser(create)
    const [first, second] = [diagnose(paste), diagnose(paste)]
    expect(await first).toEqual({ failure: 'superseded' })
    expect(workers[0]!.terminate).toHaveBeenCalled()
    workers[1]!.onmessage!(new MessageEvent('message', { data: answer }))
    expect(await second).toEqual(answer)
  })

  it('gives up a diagnosis that takes too long', async () => {
    vi.useFakeTimers()
    const { workers, create } = startWorkers()
    const outcome = createDiagnoser(create).diagnose(paste)
    vi.advanceTimersByTime(15_000)
    vi.useRealTimers()
    expect(await outcome).toEqual({ failure: 'timeout' })
    expect(workers[0]!.terminate).toHaveBeenCalled()
  })

  it('ends with what it diagnoses', async () => {
    const { workers, create } = startWorkers()
    const { close, diagnose } = createDiagnoser(create)
    const outcome = diagnose(paste)
    close()
    expect(await outcome).toEqual({ failure: 'superseded' })
    expect(workers[0]!.terminate).toHaveBeenCalled()
  })
})
