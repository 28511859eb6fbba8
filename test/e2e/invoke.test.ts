import { readdirSync } from 'node:fs'
import { expect, it } from 'vitest'
import { codeOf, enter, example, outcome } from './support/example.ts'
import { useSite } from './support/site.ts'

const site = useSite()
const names = readdirSync('docs/invoke').map(file => file.replace('.md', ''))

it.each(names)('makes what a phone opens: %s', async (name) => {
  const page = await site.open(`/invoke/${name}.html`)
  await example(page).run.click()
  expect(await outcome(page)).toContain('完成')
})

it.each([['jsapi', '"paySign": "'], ['score-detail', '"sign": "']])('signs it in PHP, too: %s', async (name, printed) => {
  const page = await site.open(`/invoke/${name}.html`)
  const { language, run } = example(page)
  await language('PHP').check()
  await run.click()
  expect(await outcome(page)).toMatch(new RegExp(`完成[^]*${printed}`))
})

it('tells what is wrong with the parameters that the phone refuses', async () => {
  const page = await site.open('/invoke/app.html')
  const { run } = example(page)
  await enter(page, (await codeOf(page)).replace('appid, prepay_id })', 'appid, prepay_id: `prepay_id=${prepay_id}` })'))
  await run.click()
  expect(await outcome(page)).toContain('多了 prepay_id=')
})
