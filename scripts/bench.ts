import type { AddressInfo } from 'node:net'
import { serve } from 'vitepress'
import { budgets, type Measure } from './budgets.ts'
import { measureClient } from './measure-client.ts'
import { measurePage } from './measure-page.ts'
import { measurePhp } from './measure-php.ts'

const { server } = await serve({ port: 0 })
if (!server) throw new Error('the preview server did not start')
const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
try {
  const measured: Record<Measure, number> = {
    ...await measurePage(origin),
    ...await measureClient(),
  }
  console.table(Object.fromEntries(Object.entries(measured).map(([what, value]) => {
    const bound = budgets[what as Measure]
    return [what, { measured: value, budget: bound, used: `${Math.round(value / bound * 100)} %` }]
  })))
  console.table(await measurePhp(origin))
} finally {
  server.close()
}
