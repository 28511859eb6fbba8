import { describe, expect, it } from 'vitest'
import { startPhp } from '../support/php.ts'
import { settings } from '../support/platform.ts'

const run = await startPhp()

/** The first example of the library's manual. */
const program = `<?php
require_once('vendor/autoload.php');

use WeChatPay\\Builder;
use WeChatPay\\Crypto\\Rsa;

$merchantPrivateKeyInstance = Rsa::from('file:///path/to/merchant/apiclient_key.pem', Rsa::KEY_TYPE_PRIVATE);
$platformPublicKeyInstance = Rsa::from('file:///path/to/wechatpay/publickey.pem', Rsa::KEY_TYPE_PUBLIC);
$instance = Builder::factory([
  'mchid' => '190000****',
  'serial' => '3775B6A45ACD588826D15E583A95F5DD',
  'privateKey' => $merchantPrivateKeyInstance,
  'certs' => ['PUB_KEY_ID_01' => $platformPublicKeyInstance],
]);
$response = $instance->chain('v3/certificates')->get();
echo $response->getStatusCode();
`

describe('Builder::factory', () => {
  it('makes an instance that signs as the merchant of the sandbox, and reports it', async () => {
    const { output, requests, notes } = await run(program)
    expect(output).toBe('200')
    expect(notes).toEqual(['built'])
    expect(requests[0]?.headers.Authorization).toContain(`mchid="${settings.mchid}"`)
  })

  it.each(['mchid', 'serial', 'privateKey', 'certs'])('requires %s', async (name) => {
    const { output, requests } = await run(program.replace(`'${name}' =>`, `'other' =>`))
    expect(output).toMatch(/Uncaught WeChatPay\\Exception\\InvalidArgumentException: .* in \/example\.php:9\n/)
    expect(output).toContain(name)
    expect(requests).toEqual([])
  })

  it('throws an exception of Guzzle', async () => {
    const { output } = await run('try { WeChatPay\\Builder::factory(); } catch (GuzzleHttp\\Exception\\GuzzleException $e) { echo get_class($e); }')
    expect(output).toBe('WeChatPay\\Exception\\InvalidArgumentException')
  })
})

describe('Formatter', () => {
  it('builds the parts of strings to sign', async () => {
    const { output } = await run(`use WeChatPay\\Formatter;
      echo json_encode([Formatter::joinedByLineFeed('a', 1, ''), strlen(Formatter::nonce()), Formatter::nonce(8), Formatter::timestamp() - time()]);`)
    expect(output).toMatch(/^\["a\\n1\\n\\n",32,"[0-9A-Za-z]{8}",0\]$/)
  })
})
