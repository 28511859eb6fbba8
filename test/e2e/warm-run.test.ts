import type { Worker } from 'playwright'
import { expect, it } from 'vitest'
import { example, outcome } from './support/example.ts'
import { useSite } from './support/site.ts'

const site = useSite()

it('starts the second TypeScript run in a worker that was ready', async () => {
  const page = await site.open()
  const created: Worker[] = []
  page.on('worker', worker => created.push(worker))
  const { run } = example(page)
  await run.click()
  expect(await outcome(page)).toContain('完成')
  await expect.poll(() => created.length).toBe(2)
  const ended = created[1]!.waitForEvent('close')
  await run.click()
  await ended
  expect(await outcome(page)).toContain('完成')
})
