import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { startProcess } from '../../../test/support/process.ts'
import { findProcesses, killProcesses } from '../../test-run/leftovers.ts'

const folder = () => mkdtempSync(join(tmpdir(), 'run-'))

it('finds what a run started, even if its parent has ended, and ends it', async () => {
  const run = folder()
  // The shell leaves a server behind that listens on a port.
  const server = 'require("node:net").createServer().listen(0, "127.0.0.1", () => console.log("listening"))'
  const { child, stop } = startProcess('sh', ['-c', `'${process.execPath}' -e '${server}' &`], {
    env: { ...process.env, TMPDIR: join(run, 'vitest') },
  })
  onTestFinished(stop)
  child.stderr.resume()
  await Promise.all([once(child.stdout, 'data'), once(child, 'exit')])
  expect(findProcesses(run)).toEqual([{ pid: expect.any(Number), command: expect.stringContaining('createServer') }])

  killProcesses(run)
  await once(child, 'close')
  expect(findProcesses(run)).toEqual([])
})

it('ends what a run starts while its processes are ended', async () => {
  const run = folder()
  // A shell that always has a child.
  const { child, stop } = startProcess('sh', ['-c', 'echo started; while true; do sleep 0.01 & wait; done'], {
    env: { ...process.env, TMPDIR: run },
  })
  onTestFinished(stop)
  child.stderr.resume()
  await once(child.stdout, 'data')
  killProcesses(run)
  expect(findProcesses(run)).toEqual([])
})

it('finds no process of another run', () => {
  expect(findProcesses(folder())).toEqual([])
})
