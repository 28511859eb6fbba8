import type { AddressInfo } from 'node:net'
import { serve } from 'vitepress'
import { budgets, type Measure } from './budgets.ts'
import { measureClient } from './measure-client.ts'
import { measurePage } from './measure-page.ts'
import { measurePaint } from './measure-paint.ts'
import { measureRuns } from './measure-runs.ts'
import { buildPlainSite } from './plain-site.ts'

const seed = 'openapi/v3/payscore/smartretail-orders/{out_order_no}/cancel'

async function start(root?: string) {
  const { server } = await serve({ port: 0, ...root && { root } })
  if (!server) throw new Error('the preview server did not start')
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => server.close() }
}

const site = await start()
const plain = await start(await buildPlainSite(`docs/${seed}.md`))
try {
  const measured: Record<Measure, number> = {
    ...await measurePage(site.origin),
    ...await measureClient(),
  }
  console.table(Object.fromEntries(Object.entries(measured).map(([what, value]) => {
    const bound = budgets[what as Measure]
    return [what, { measured: value, budget: bound, used: `${Math.round(value / bound * 100)} %` }]
  })))
  console.table({
    'seed page': await measurePaint(`${site.origin}/${encodeURI(seed)}.html`),
    'seed page by VitePress alone': await measurePaint(plain.origin),
  })
  console.table(await measureRuns(site.origin))
} finally {
  site.close()
  plain.close()
}
