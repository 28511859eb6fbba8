import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { startPhp } from '../support/php.ts'

const run = await startPhp()

const origin = 'https://api.mch.weixin.qq.com'

/** The path of a chain. */
async function pathOf(chain: string, options = '') {
  const { requests, output } = await run(`${chain}->get(${options});`)
  return requests[0]?.url.replace(origin, '') ?? output
}

describe('$instance', () => {
  it.each([
    ['->v3->payscore->smartretailOrders', '/v3/payscore/smartretail-orders'],
    ['->V3->pay', '/v3/pay'],
    ['->v3->merchantService->complaintsV2', '/v3/merchant-service/complaints-v2'],
    ['->v3->HTMLPage', '/v3/h-t-m-l-page'],
    ['->v3->a1B2->video_upload', '/v3/a1-b2/video_upload'],
    [`->chain('v3/merchantService/complaintsV2')`, '/v3/merchant-service/complaints-v2'],
    [`->chain('v3/pay/transactions/out-trade-no/ABCdef')`, '/v3/pay/transactions/out-trade-no/-a-b-cdef'],
    [`->chain('/v3/certificates')`, '/v3/certificates'],
    [`['v3']['payscore']->smartretailOrders`, '/v3/payscore/smartretail-orders'],
    [`->v3->chain('payscore/x')->cancelNow`, '/v3/payscore/x/cancel-now'],
    ['->v3->get', '/v3/get'],
    ['->v3->count->key->driver', '/v3/count/key/driver'],
    [`->chain('v3/x?a=1&y=B')`, '/v3/x?a=1&y=-b'],
  ])('maps %s to %s', async (chain, path) => {
    expect(await pathOf(`$instance${chain}`)).toBe(path)
  })

  it.each([
    [`'a b'`, 'a%20b'], [`'a/b'`, 'a%2Fb'], [`'a?b#c'`, 'a%3Fb%23c'], [`"(a)!*'~"`, '%28a%29%21%2A%27~'],
    [`'用户'`, '%E7%94%A8%E6%88%B7'], [`'a%2Fb'`, 'a%252Fb'], ['123', '123'], ['1.5', '1.5'], ['true', '1'],
    // wechatpay-php keeps the comma; the client does not support lists in a path.
    [`['a', 'b']`, 'a%2Cb'],
  ])('encodes %s as %s', async (value, segment) => {
    expect(await pathOf('$instance->v3->orders->_id_', `['id' => ${value}]`)).toBe(`/v3/orders/${segment}`)
  })

  it('returns the same node for every spelling of a step', async () => {
    const { output } = await run(`
      $v3 = $instance->v3;
      var_dump($v3 === $instance['v3'], $v3 === $instance->chain('v3'), isset($v3->pay), $v3->pay->jsapi === $v3->pay->jsapi, isset($v3->pay));
      var_dump(count($v3), $instance instanceof ArrayIterator, $instance instanceof WeChatPay\\BuilderChainable);`)
    expect(output).toBe('bool(true)\nbool(true)\nbool(false)\nbool(true)\nbool(true)\nint(2)\nbool(true)\nbool(true)\n')
  })

  it('keeps no state of a call', async () => {
    const { requests } = await run(`
      $node = $instance->v3->orders->_id_;
      $node->post(['id' => 1, 'json' => ['a' => 1], 'query' => ['q' => 1]]);
      $node->get(['id' => 2]);`)
    expect(requests.map(({ method, url, body }) => [method, url.replace(origin, ''), body]))
      .toEqual([['POST', '/v3/orders/1?q=1', '{"a":1}'], ['GET', '/v3/orders/2', '']])
  })

  it('has only the methods of wechatpay-php', async () => {
    expect((await run('$instance->v3->head();')).output).toMatch(/^\nFatal error: Uncaught Error: Call to undefined method /)
  })
})

const facts = new URL(import.meta.resolve('@wxpay-live/facts/apiv3.ndjson'))

it('reaches every documented path by property, chain() and []', async () => {
  const operations = readFileSync(facts, 'utf8').trim().split('\n').map(line => JSON.parse(line) as { verb: string, path: string | null, chain: string | null })
  const known = operations.flatMap(({ verb, path, chain }) => path && chain ? [{ verb, path, chain }] : [])
  expect(known.length).toBeGreaterThan(1_000)

  const { requests, output } = await run(known.map(({ verb, path, chain }) => {
    const variables = [...path.matchAll(/\{(.+?)\}/g)].map(([, name]) => `'${name}' => '${name}'`)
    const call = `->${verb.toLowerCase()}([${variables}]);`
    // Names that are not PHP identifiers are quoted.
    const properties = chain.split('->').map(step => `->{'${step}'}`).join('')
    return [`$instance${properties}`, `$instance->chain('${path.slice(1)}')`, `$instance['${path.slice(1)}']`].map(node => node + call).join('\n')
  }).join('\n'))

  expect(output).toBe('')
  expect(requests.map(({ method, url }) => `${method} ${url.replace(origin, '')}`))
    .toEqual(known.flatMap(({ verb, path }) => Array<string>(3).fill(`${verb} ${path.replace(/[{}]/g, '')}`)))
}, 60_000)
