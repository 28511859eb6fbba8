import { diagnose } from '@wxpay-live/sandbox/diagnose'
import { expect, it } from 'vitest'
import { handOver, takeOver } from '../../../theme/clinic/hand-over.ts'

const Authorization = 'WECHATPAY2-SHA256-RSA2048 mchid="1",nonce_str="n",signature="s",timestamp="1773138660",serial_no="A"'

it('hands a request over once, in a form that the diagnosis reads', async () => {
  handOver({
    request: { method: 'POST', url: 'https://api.mch.weixin.qq.com/v3/a?b=1', headers: { Authorization }, body: '{"c":1}' },
    response: { status: 401, headers: {}, body: '{"code":"SIGN_ERROR","detail":{}}' },
  })
  const { recognised } = await diagnose(takeOver() ?? '')
  expect(recognised).toMatchObject([
    { label: '原始 HTTP 请求', value: 'POST https://api.mch.weixin.qq.com/v3/a?b=1' }, { label: 'Authorization' },
    { label: '请求体', value: '7 字节' },
  ])
  expect(takeOver()).toBeUndefined()
})
