import { readFileSync } from 'node:fs'
import { diagnose } from '@wxpay-live/sandbox/diagnose'
import { expect, it } from 'vitest'
import { samples } from '../../../session/clinic/samples.ts'

const expected: Record<string, string> = {
  正确的请求: 'valid',
  漏了查询串: 'query-left-out',
  请求体写了两次: 'body-re-serialised',
  正确的通知: 'valid',
  通知解析后再验: 'body-re-serialised',
  签名探测: 'signature-probe',
  小程序支付参数: 'prepay-id-prefix-missing',
  支付分参数: 'apiv3-key-used',
  领券参数: 'coupon-numbers',
}

it.each(samples)('makes $title', async ({ title, make }) => {
  const { text, given } = await make()
  const { verdict, mistakes } = await diagnose(text, given)
  expect(mistakes.map(({ name }) => name).join() || verdict).toBe(expected[title])
})

it('lists the titles on the page', () => {
  const component = readFileSync(new URL('../../../theme/components/ClinicSamples.vue', import.meta.url), 'utf8')
  const [, titles = ''] = /const titles = \[([^\]]*)\]/.exec(component) ?? []
  expect(Array.from(titles.matchAll(/'(.*?)'/g), ([, title]) => title)).toEqual(samples.map(({ title }) => title))
})
