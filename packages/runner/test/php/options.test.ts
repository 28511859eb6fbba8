import { describe, expect, it } from 'vitest'
import { startPhp } from '../support/php.ts'

const run = await startPhp()

/** The request of a call with these options. */
async function sent(options: string, method = 'post') {
  const { requests, output } = await run(`$instance->v3->orders->${method}(${options});`)
  return requests[0] ?? output
}

describe('json', () => {
  it.each([
    [`['reason' => '用户/投诉']`, String.raw`{"reason":"\u7528\u6237\/\u6295\u8bc9"}`],
    [`['a' => 1.0, 'b' => 0.1, 'c' => null]`, '{"a":1,"b":0.1,"c":null}'],
    ['[]', '[]'],
    ['new stdClass', '{}'],
    [`'abc'`, '"abc"'],
  ])('sends %s as json_encode writes it', async (value, body) => {
    expect(await sent(`['json' => ${value}]`)).toMatchObject({ body, headers: { 'Content-Type': 'application/json' } })
  })

  it('signs the same bytes', async () => {
    const { requests } = await run(`$instance->v3->orders->post(['json' => ['reason' => '投诉']]);`)
    expect(requests[0]?.headers.Authorization).toMatch(/^WECHATPAY2-SHA256-RSA2048 mchid="1900000109"/)
  })

  it('sends no body for null', async () => {
    expect(await sent(`['json' => null]`)).toMatchObject({ body: '' })
  })

  it('reports the error of json_encode', async () => {
    expect(await sent(`['json' => NAN]`))
      .toMatch(/Uncaught GuzzleHttp\\Exception\\InvalidArgumentException: json_encode error: Inf and NaN cannot be JSON encoded/)
  })
})

describe('body', () => {
  it.each([
    [`'{"a": 1}'`, '{"a": 1}'],
    [`GuzzleHttp\\Psr7\\Utils::streamFor('streamed')`, 'streamed'],
    [`fopen('data:,opened', 'r')`, 'opened'],
  ])('is sent byte for byte: %s', async (value, body) => {
    expect(await sent(`['body' => ${value}]`)).toMatchObject({ body })
  })

  it.each([`['a' => 1]`, '"\\xff\\xfe"'])('rejects %s without sending', async (value) => {
    expect(await sent(`['body' => ${value}]`)).toMatch(/Uncaught GuzzleHttp\\Exception\\InvalidArgumentException: /)
  })

  it('is made from form_params', async () => {
    expect(await sent(`['form_params' => ['a' => '1 2', 'b' => '/']]`))
      .toMatchObject({ body: 'a=1+2&b=%2F', headers: { 'Content-Type': 'application/x-www-form-urlencoded' } })
  })

  it('is empty without options', async () => {
    expect(await sent('')).toMatchObject({ method: 'POST', body: '' })
  })
})

describe('query', () => {
  it.each([
    [`['mchid' => '190 0', 'time' => '10:00+08', 'path' => 'a/b']`, 'mchid=190%200&time=10%3A00%2B08&path=a%2Fb'],
    [`['l' => [1, 2], 'yes' => true, 'none' => null]`, 'l%5B0%5D=1&l%5B1%5D=2&yes=1'],
    [`'?a=1&b=%20'`, 'a=1&b=%20'],
    [`GuzzleHttp\\Psr7\\Query::build(['a' => ['1', '2'], 'b' => '/ ', 'c' => null])`, 'a=1&a=2&b=%2F%20&c='],
  ])('is made from %s', async (query, text) => {
    expect(await sent(`['query' => ${query}]`, 'get')).toMatchObject({ url: `https://api.mch.weixin.qq.com/v3/orders?${text}` })
  })

  it('replaces the query of the path', async () => {
    const { requests } = await run(`$instance->chain('v3/orders?a=1')->get(['query' => ['b' => 2]]);`)
    expect(requests[0]?.url).toBe('https://api.mch.weixin.qq.com/v3/orders?b=2')
  })
})

it('sends custom headers except Authorization', async () => {
  expect(await sent(`['headers' => ['Accept' => '*/*', 'Wechatpay-Serial' => ['PUB_KEY_ID_1'], 'Authorization' => 'mine']]`)).toMatchObject({
    headers: { 'Accept': '*/*', 'Wechatpay-Serial': 'PUB_KEY_ID_1', 'Authorization': expect.stringMatching(/^WECHATPAY2/) },
  })
})

it('sends to the base_uri of the instance', async () => {
  expect(await sent(`['base_uri' => 'https://apihk.mch.weixin.qq.com/']`)).toMatchObject({ url: 'https://apihk.mch.weixin.qq.com/v3/orders' })
})

it('ignores other options of Guzzle', async () => {
  expect(await sent(`['timeout' => 3, 'verify' => false, 'debug' => null, 'curl' => [1 => new stdClass]]`)).toMatchObject({ method: 'POST' })
})

describe('an empty placeholder', () => {
  const samples = { out_order_no: '2304203423948239423' }

  it.each([`['out_order_no' => '']`, `['out_order_no' => null]`, ''])('is replaced by the sample of the page: %s', async (options) => {
    const { requests, notes } = await run(`$instance->v3->orders->_out_order_no_->get(${options});`, undefined, samples)
    expect(requests[0]?.url).toMatch(/\/v3\/orders\/2304203423948239423$/)
    expect(notes).toEqual(['out_order_no=2304203423948239423'])
  })

  it('is not replaced if it has a value', async () => {
    const { requests, notes } = await run(`$instance->v3->orders->_out_order_no_->get(['out_order_no' => '0']);`, undefined, samples)
    expect(requests[0]?.url).toMatch(/\/v3\/orders\/0$/)
    expect(notes).toEqual([])
  })

  it('is rejected by the client if the page has no sample', async () => {
    const { output, requests } = await run(`$instance->v3->orders->_id_->get(['id' => '']);`)
    expect(requests).toEqual([])
    expect(output).toMatch(/InvalidArgumentException: id: this variable of \/v3\/orders\/\{id\} is empty/)
  })
})

describe('a stream whose text differs from its content', () => {
  it('sends its content and signs its text', async () => {
    const { requests } = await run(`use GuzzleHttp\\Psr7\\{FnStream, Utils};
      $instance->v3->files->post(['body' => FnStream::decorate(Utils::streamFor('content'), ['__toString' => fn () => '{"meta":1}'])]);`)
    expect(requests[0]).toMatchObject({ body: '{"meta":1}' })
    expect(await requests[0]!.upload!.text()).toBe('content')
  })
})

describe('sink', () => {
  it.each([
    ['a path', `'/path/to/new/bill.csv'`, `echo file_get_contents('/path/to/new/bill.csv');`],
    ['a resource', `$file = fopen('php://memory', 'w+')`, 'rewind($file); echo stream_get_contents($file);'],
    ['a stream', `$stream = GuzzleHttp\\Psr7\\Utils::streamFor()`, 'echo $stream;'],
  ])('receives the body: %s', async (_, sink, read) => {
    const { output } = await run(`$response = $instance->v3->billdownload->file->get(['sink' => ${sink}]); ${read} echo $response->getBody();`, () => ({ body: 'a,b' }))
    expect(output).toBe('a,ba,b')
  })
})

it('signs with the time of the call, not of wait()', async () => {
  const { requests, output } = await run(`$promise = $instance->v3->orders->getAsync(); $before = time(); while (time() < $before + 2); $promise->wait(); echo $before;`)
  const [, timestamp] = /timestamp="(\d+)"/.exec(requests[0]!.headers.Authorization!) ?? []
  expect(Number(output) - Number(timestamp)).toBeLessThanOrEqual(1)
  expect(Date.now() / 1000 - Number(timestamp)).toBeGreaterThanOrEqual(1)
})
