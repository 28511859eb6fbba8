import type { Field, Notification } from '@wxpay-live/compiler/model'
import { expect, test } from 'vitest'
import { sampleNews } from '../../src/notifications/sample-news.ts'

const field = (name: string, sample: Field['sample']): Field =>
  ({ name, type: 'string', required: true, description: '', sample })

const signed: Notification = {
  event: 'PAYSCORE.USER_SIGN_PLAN', title: '签约', page: '', anchor: '', headers: [], references: [],
  body: [field('summary', '用户签约成功'), field('resource', { original_type: 'payscore', nonce: 'N' })],
  resource: [field('mchid', '1900000000'), field('plan_id', '123'), field('sign_state', 'SIGNED')],
}

test('fills an event with the samples of its tables and the sandbox\'s merchant', () => {
  expect(sampleNews({ event_type: 'PAYSCORE.USER_SIGN_PLAN' }, [signed], '1900000109')).toEqual({
    event_type: 'PAYSCORE.USER_SIGN_PLAN', notify_url: '', summary: '用户签约成功', original_type: 'payscore',
    resource: { mchid: '1900000109', plan_id: '123', sign_state: 'SIGNED' },
  })
})

test('replaces samples by requested members', () => {
  const wanted = { event_type: signed.event, notify_url: 'http://127.0.0.1/n', resource: { plan_id: 'P1', more: 1 } }
  expect(sampleNews(wanted, [signed], '1')).toMatchObject({
    notify_url: 'http://127.0.0.1/n', resource: { mchid: '1', plan_id: 'P1', sign_state: 'SIGNED', more: 1 },
  })
})

test('rejects an unknown event and names the known ones', () => {
  expect(() => sampleNews({ event_type: 'A.B' }, [signed], '1'))
    .toThrow('unknown event A.B, use one of PAYSCORE.USER_SIGN_PLAN')
})
