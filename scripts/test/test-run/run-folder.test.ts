import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { startProcess } from '../../../test/support/process.ts'
import { openRun } from '../../test-run/run-folder.ts'

/** An empty repository. */
function clone(): string {
  const folder = mkdtempSync(join(tmpdir(), 'clone-'))
  execFileSync('git', ['init', '--quiet'], { cwd: folder })
  return folder
}

it('reports the processes and files that a run left behind, and removes them', async () => {
  const run = openRun(clone())
  const folder = run.env.TMPDIR!
  writeFileSync(join(folder, 'orders.log'), '')
  const { child } = startProcess(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { env: run.env })
  const ended = once(child, 'exit')
  expect(await run.close()).toEqual([
    `process ${child.pid}: ${process.execPath} -e setInterval(() => {}, 1000)`, 'temporary file orders.log',
  ])
  expect(await ended).toEqual([null, 'SIGKILL'])
  expect(existsSync(folder)).toBe(false)
})

it('reports what the run changed in the repository, and not what was changed before', async () => {
  const repository = clone()
  writeFileSync(join(repository, 'mine.md'), '')
  const run = openRun(repository)
  writeFileSync(join(repository, 'catalog.json'), '')
  expect(await run.close()).toEqual(['change in the repository: ?? catalog.json'])
})

it('reports nothing if nothing is left', async () => {
  expect(await openRun(clone()).close()).toEqual([])
})
