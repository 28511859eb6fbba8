import { expect, it } from 'vitest'
import { withPage } from '../../../src/php/platform/page.ts'

const looks = () => ['document', 'screen', 'window'].map(name => name in globalThis)

it('shows a page only while something starts', async () => {
  expect(await withPage(async () => looks())).toEqual([true, true, true])
  expect(looks()).toEqual([false, false, false])
})

it('does not stay where the start fails', async () => {
  await expect(withPage(() => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(looks()).toEqual([false, false, false])
})
