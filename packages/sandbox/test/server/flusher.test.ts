import fs, { closeSync, mkdtempSync, openSync, rmSync } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createFlusher } from '../../src/server/flusher.ts'
import { stateFile } from '../../src/server/state-file.ts'

const flush = vi.spyOn(fs, 'fdatasyncSync')
let folder: string
let file: number

beforeEach(() => {
  vi.useFakeTimers()
  syncBuiltinESMExports()
  folder = mkdtempSync(join(tmpdir(), 'flusher-'))
  file = openSync(join(folder, 'file'), 'a')
})
afterEach(() => {
  vi.useRealTimers()
  flush.mockClear()
  closeSync(file)
  rmSync(folder, { recursive: true })
})

test('flushes many writes once, a second after the first', () => {
  const flusher = createFlusher(file)
  for (let time = 0; time < 9; time++) {
    flusher.soon()
    vi.advanceTimersByTime(100)
  }
  expect(flush).not.toHaveBeenCalled()
  vi.advanceTimersByTime(100)
  expect(flush.mock.calls).toEqual([[file]])
  vi.advanceTimersByTime(10_000)
  expect(flush).toHaveBeenCalledOnce()
  flusher.soon()
  vi.advanceTimersByTime(1000)
  expect(flush).toHaveBeenCalledTimes(2)
})

test('flushes at once if stopped', () => {
  const flusher = createFlusher(file)
  flusher.stop()
  expect(flush).not.toHaveBeenCalled()
  flusher.soon()
  flusher.stop()
  expect(flush).toHaveBeenCalledOnce()
  vi.advanceTimersByTime(10_000)
  expect(flush).toHaveBeenCalledOnce()
})

test('throws at the next write after a flush failed', () => {
  flush.mockImplementationOnce(() => { throw new Error('EIO: i/o error, fdatasync') })
  const flusher = createFlusher(file)
  flusher.soon()
  vi.advanceTimersByTime(1000)
  expect(() => flusher.soon()).toThrow('EIO')
})

test('flushes a state file after a change, and before it closes', () => {
  const driver = stateFile(join(folder, 'state'))
  driver.setItem?.('order', '1', {})
  vi.advanceTimersByTime(1000)
  expect(flush).toHaveBeenCalledOnce()
  driver.setItem?.('order', '2', {})
  driver.dispose?.()
  expect(flush).toHaveBeenCalledTimes(2)
})
