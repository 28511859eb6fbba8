import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import type { Catalog } from '@wxpay-live/compiler/model'
import { createIdentity } from '../src/identity/index.ts'
import { createSandbox } from '../src/index.ts'

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

const origin = 'https://api.mch.weixin.qq.com/v3/pay/transactions'
const queries = 5000

/** Measures the memory of `count` orders in the state, and the time of a query among them. */
export async function measureOrders(catalog: Catalog, count: number) {
  const identity = await createIdentity()
  const { mchid } = identity
  const { fetch } = createSandbox({ catalog, identity, strict: true, signatures: false })
  await fetch(new Request(`${origin}/none`))
  const before = heap()
  for (let index = 0; index < count; index++) {
    const body = JSON.stringify({
      appid: 'wxd678efh567hg6787', mchid, description: 'QQ公仔', out_trade_no: `ORDER_A${index}`,
      notify_url: 'http://127.0.0.1:9/', amount: { total: 100, currency: 'CNY' },
    })
    await fetch(new Request(`${origin}/native`, { method: 'POST', body }))
  }
  const kilobytes = (heap() - before) / 1024
  return {
    count,
    kilobytes,
    /** Queries one order after the other; returns microseconds per query. */
    query: async () => {
      const started = performance.now()
      for (let index = 0; index < queries; index++) {
        const response = await fetch(new Request(`${origin}/out-trade-no/ORDER_A${index % count}?mchid=${mchid}`))
        if (response.status !== 200) throw new Error(await response.text())
        await response.arrayBuffer()
      }
      return (performance.now() - started) / queries * 1000
    },
  }
}

function heap(): number {
  collectGarbage()
  return process.memoryUsage().heapUsed
}
