import { expect, it } from 'vitest'
import { withPage } from '../../../src/php/platform/page.ts'

const looks = () => ['document', 'screen', 'window'].map(name => name in globalThis)

it('defines the globals of a page during the start only', async () => {
  expect(await withPage(async () => looks())).toEqual([true, true, true])
  expect(looks()).toEqual([false, false, false])
})

it('removes the globals if the start fails', async () => {
  await expect(withPage(() => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(looks()).toEqual([false, false, false])
})
