import { describe, expect, it } from 'vitest'
import { startPhp } from '../support/php.ts'
import type { Answer } from '../support/platform.ts'

const run = await startPhp()

const call = '$instance->v3->orders->get()'

/** Output of code with the response in `$response`. */
const printed = async (code: string, answer: Answer) => (await run(`$response = ${call};\n${code}`, () => answer)).output

/** Output of code with the exception in `$e`. */
async function caught(answer: Answer | Error, code: string, options = '') {
  const { output } = await run(`try { $instance->v3->orders->get(${options}); echo 'no exception'; } catch (\\Throwable $e) { ${code} }`, () => {
    if (answer instanceof Error) throw answer
    return answer
  })
  return output
}

describe('a response', () => {
  it('prints its body', async () => {
    const answer = { body: String.raw`{"appid":"wx1","amount":{"total":1},"name":"\u5f20\u4e09"}` }
    expect(await printed('print_r(json_decode((string) $response->getBody(), true));', answer)).toBe(
      'Array\n(\n    [appid] => wx1\n    [amount] => Array\n        (\n            [total] => 1\n        )\n\n    [name] => 张三\n)\n')
  })

  it('has status, reason and headers in any case', async () => {
    const code = `var_dump($response->getStatusCode(), $response->getReasonPhrase(), $response->getHeaderLine('Request-ID'),
      $response->getHeader('X-None'), $response->hasHeader('REQUEST-id'), $response instanceof GuzzleHttp\\Psr7\\Response);`
    expect(await printed(code, { headers: { 'request-id': '08F7' } }))
      .toBe('int(200)\nstring(2) "OK"\nstring(4) "08F7"\narray(0) {\n}\nbool(true)\nbool(true)\n')
  })

  it('is immutable', async () => {
    const code = `$other = $response->withStatus(201)->withHeader('X-A', '1')->withAddedHeader('x-a', '2')->withoutHeader('content-type');
      var_dump($other->getStatusCode(), $other->getHeaderLine('X-A'), $other->hasHeader('Content-Type'), $response->hasHeader('X-A'));`
    expect(await printed(code, {})).toBe('int(201)\nstring(4) "1, 2"\nbool(false)\nbool(false)\n')
  })

  it('has its stream at the end, as after verification, and can be cast to a string', async () => {
    const code = `$body = $response->getBody(); var_dump($body->getContents(), (string) $body, (string) $body, $body->getSize(), $body->eof());`
    expect(await printed(code, { body: '{"a":1}' }))
      .toBe('string(0) ""\nstring(7) "{"a":1}"\nstring(7) "{"a":1}"\nint(7)\nbool(true)\n')
  })

  it('is empty with 204', async () => {
    const code = `var_dump($response->getStatusCode(), (string) $response->getBody(), json_decode((string) $response->getBody(), true));
      print_r(json_decode((string) $response->getBody(), true));`
    expect(await printed(code, { status: 204, body: '' })).toBe('int(204)\nstring(0) ""\nNULL\n')
  })

  const binary = Uint8Array.from({ length: 256 }, (_, byte) => byte)
  const hex = Buffer.from(binary).toString('hex')

  it.each(['billdownload/file', 'merchant-service/images/media-id', 'global/merchant-service/images/media-id'])('returns every byte of the unsigned file %s', async (path) => {
    const { output } = await run(
      `echo bin2hex($instance->chain('v3/${path}')->get()->getBody()->getContents());`,
      () => ({ body: binary, headers: { 'wechatpay-signature': '' } }))
    expect(output).toBe(hex)
  })

  it('returns every byte of a file of a gateway', async () => {
    expect(await caught({ status: 502, body: binary }, 'echo bin2hex((string) $e->getResponse()->getBody());')).toBe(hex)
  })
})

describe('an error', () => {
  const refused = { status: 400, body: '{"code":"PARAM_ERROR","message":"参数错误"}' }

  it('is a ClientException with the response for 4xx', async () => {
    const code = `var_dump(get_class($e), $e->getCode(), $e->getResponse()->getStatusCode(), $e->hasResponse(),
      json_decode((string) $e->getResponse()->getBody())->code, (string) $e->getRequest()->getUri(), $e->getRequest()->getMethod());
      echo $e->getMessage();`
    expect(await caught(refused, code)).toBe([
      'string(36) "GuzzleHttp\\Exception\\ClientException"', 'int(400)', 'int(400)', 'bool(true)', 'string(11) "PARAM_ERROR"',
      'string(39) "https://api.mch.weixin.qq.com/v3/orders"', 'string(3) "GET"',
      'Client error: `GET https://api.mch.weixin.qq.com/v3/orders` resulted in a `400 Bad Request` response:',
      '{"code":"PARAM_ERROR","message":"参数错误"}', '',
    ].join('\n'))
  })

  it('prints the first 120 characters of a long body', async () => {
    expect(await caught({ status: 400, body: '错'.repeat(200) }, 'echo $e->getMessage();')).toContain(`response:\n${'错'.repeat(120)} (truncated...)\n`)
  })

  it('is a ServerException for 5xx, also for HTML of a gateway', async () => {
    const answer = { status: 502, body: '<html></html>', headers: { 'wechatpay-signature': '' } }
    expect(await caught(answer, 'echo get_class($e), $e->getCode(), $e->getMessage();'))
      .toMatch(/^GuzzleHttp\\Exception\\ServerException502Server error: `GET .*` resulted in a `502 Bad Gateway` response:\n<html>/)
  })

  it('is a ConnectException without a connection', async () => {
    expect(await caught(new TypeError('connection refused'), 'var_dump(get_class($e), $e->getCode(), $e instanceof GuzzleHttp\\Exception\\RequestException); echo $e->getMessage();'))
      .toMatch(/^string\(37\) "GuzzleHttp\\Exception\\ConnectException"\nint\(0\)\nbool\(false\)\n.*connection refused$/)
  })

  it.each([
    ['a missing header', { 'wechatpay-nonce': '' }, `The response's Headers incomplete, must have(`],
    ['a clock that is off', { 'wechatpay-timestamp': '1' }, `It's allowed time offset in ± 300 seconds, `],
    ['an unknown serial', { 'wechatpay-serial': 'EE' }, 'Cannot found the serial(`EE`)\'s configuration, '],
    ['a wrong signature', { 'wechatpay-signature': 'eA==' }, `Verify the response's data with: timestamp=`],
  ])('is a plain RequestException for a success with %s', async (_, headers, message) => {
    expect(await caught({ headers }, 'echo get_class($e), $e->getCode(), (int) $e->hasResponse(), $e->getMessage();'))
      .toContain(`GuzzleHttp\\Exception\\RequestException2001${message}`)
  })

  it('is a response with http_errors off, or a RequestException if its signature is invalid', async () => {
    const options = `['http_errors' => false]`
    const { output } = await run(`echo $instance->v3->orders->get(${options})->getStatusCode();`, () => refused)
    expect(output).toBe('400')
    expect(await caught({ ...refused, headers: { 'wechatpay-serial': '' } }, 'echo get_class($e), $e->getMessage();', options))
      .toMatch(/^GuzzleHttp\\Exception\\RequestExceptionThe response's Headers incomplete/)
  })

  it('prints as an uncaught exception with the line of the example', async () => {
    const { output, end } = await run(`\n${call};`, () => refused)
    expect(end).toBe('failed')
    expect(output).toMatch(/^\nFatal error: Uncaught GuzzleHttp\\Exception\\ClientException: Client error: `GET /)
    expect(output).toMatch(/\n#\d \/example\.php\(2\): ArrayIterator@anonymous->get\(\)\n#\d \{main\}\n {2}thrown in /)
  })

  it('is caught by its base classes', async () => {
    const { output } = await run(`foreach (['ClientException', 'BadResponseException', 'RequestException', 'TransferException', 'GuzzleException'] as $name) {
      try { ${call}; } catch (\\Throwable $e) { echo (int) is_a($e, "GuzzleHttp\\\\Exception\\\\$name"); }
    }`, () => refused)
    expect(output).toBe('11111')
  })
})

it('keeps the case of header names and finds them in any case', async () => {
  const code = `$response = $instance->v3->orders->get();
    echo json_encode([array_keys($response->getHeaders()), $response->getHeaderLine('request-ID'), $response->hasHeader('CONTENT-TYPE')]);`
  const { output } = await run(code, () => ({ headers: { 'request-id': '7' } }))
  expect(JSON.parse(output)).toEqual([
    ['Content-Type', 'Wechatpay-Timestamp', 'Wechatpay-Nonce', 'Wechatpay-Serial', 'Wechatpay-Signature', 'Request-ID'], '7', true,
  ])
})
