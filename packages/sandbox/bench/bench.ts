import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { toOpenApi } from '@wxpay-live/compiler'
import type { Catalog } from '@wxpay-live/compiler/model'
import { identityFolder } from '../src/cli/identity-folder.ts'
import { requireProgram } from '../test/support/program.ts'
import { benchCatalog } from './catalog.ts'
import { type Child, startChild } from './child.ts'
import { rsaFloor } from './floor.ts'
import { load, signedOrder } from './load.ts'
import { measureOrders } from './orders.ts'
import { rounds } from './rounds.ts'
import { measureRoutes } from './routes.ts'

const seconds = 3
const rivals = ['@stoplight/prism-cli@5.16.0', '@scalar/mock-server@0.14.4', '@hono/node-server@2.1.8']
const prism = 'node_modules/@stoplight/prism-cli/dist/index.js'
const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** Port and start command of each server, by name; the commands run in the bench's folder. */
const servers: Record<string, [port: number, ...command: string[]]> = {
  'sandbox': [8901, here('../src/cli.ts'), '--port', '8901', '--identity', 'identity', '--catalog', 'catalog.json'],
  'sandbox without signatures': [8902, 'node', here('unsigned-server.ts'), 'catalog.json', '8902'],
  'Scalar': [8903, 'node', 'scalar-server.js', 'openapi.json', '8903'],
  'Prism': [8904, 'node', prism, 'mock', '-p', '8904', '-v', 'fatal', 'openapi.json'],
}

async function compareServers(folder: string, catalog: Catalog) {
  const inFolder = (name: string) => join(folder, name)
  writeFileSync(inFolder('catalog.json'), JSON.stringify(catalog))
  // No rival knows WeChat Pay's signatures, and Scalar refuses every request if the document has a security scheme.
  writeFileSync(inFolder('openapi.json'), JSON.stringify({ ...toOpenApi(catalog, '1.0.0'), security: undefined }))
  writeFileSync(inFolder('package.json'), '{"type":"module"}')
  copyFileSync(here('scalar-server.js'), inFolder('scalar-server.js'))
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--silent', ...rivals], { cwd: folder })
  const { identity } = await identityFolder(inFolder('identity'))
  const order = signedOrder(identity)

  const children = new Map<string, Child & { idle: number, responses: number, busy: number }>()
  try {
    for (const [name, [port, ...command]] of Object.entries(servers)) {
      const child = await startChild(command, port, folder)
      children.set(name, { ...child, idle: child.memory(), responses: 0, busy: 0 })
    }
    // Warm up, so that each server's code is compiled before it is measured.
    for (const { origin } of children.values()) await load(origin, order, 2 * seconds)
    const perSecond = await rounds(3, {
      floor: () => rsaFloor(seconds),
      ...Object.fromEntries(Array.from(children, ([name, child]) => [name, async () => {
        const before = child.processorTime()
        const { perSecond, responses } = await load(child.origin, order, seconds)
        child.busy += child.processorTime() - before
        child.responses += responses
        return perSecond
      }])),
    })
    console.table(Object.fromEntries(Array.from(children, ([name, child]) => [name, {
      'requests/s': Math.round(perSecond[name]!),
      'processor ms each': Math.round(child.busy / child.responses * 1000) / 1000,
      'start-up ms': Math.round(child.startup),
      'MB idle': child.idle,
      'MB after': child.memory(),
    }])))
    return perSecond
  } finally {
    await Promise.all(Array.from(children.values(), ({ stop }) => stop()))
  }
}

function printBounds(perSecond: Record<string, number>) {
  const rate = (name: string) => perSecond[name] ?? NaN
  console.log(`RSA alone, 1 verify + 1 sign on all cores: ${Math.round(rate('floor'))}/s`)
  console.table({
    'RSA alone ÷ sandbox': { measured: rate('floor') / rate('sandbox'), bound: 'at most 1.5' },
    'sandbox ÷ Prism': { measured: rate('sandbox') / rate('Prism'), bound: 'at least 8' },
    'without signatures ÷ Scalar': { measured: rate('sandbox without signatures') / rate('Scalar'), bound: 'at least 1' },
  })
}

async function compareOrders(catalog: Catalog) {
  const orders = []
  for (const count of [10, 5_000, 10_000]) orders.push(await measureOrders(catalog, count))
  const cost = await rounds(5, Object.fromEntries(orders.map(({ count, query }) => [`${count} orders`, query])))
  console.table(Object.fromEntries(orders.map(({ count, kilobytes }) =>
    [`${count} orders`, { 'µs a query': cost[`${count} orders`], 'KB in all': kilobytes }])))
}

async function compareRoutes({ operations }: Catalog) {
  const counts = [10, 100, operations.length]
  const cost = await rounds(5, Object.fromEntries(counts.map(count =>
    [`${count} operations`, measureRoutes(operations, count)])))
  console.table(Object.fromEntries(Object.entries(cost).map(([name, nanoseconds]) =>
    [name, { 'ns to find one': Math.round(nanoseconds) }])))
}

requireProgram('wrk')
const folder = mkdtempSync(join(tmpdir(), 'sandbox-bench-'))
try {
  const catalog = benchCatalog()
  console.log(`${catalog.operations.length} operations, beside ${rivals.slice(0, 2).join(' and ')}`)
  printBounds(await compareServers(folder, catalog))
  await compareOrders(catalog)
  await compareRoutes(catalog)
} finally {
  rmSync(folder, { recursive: true })
}
