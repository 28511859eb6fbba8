import { constants, createPublicKey, createVerify, generateKeyPairSync, privateDecrypt, publicEncrypt } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { startPhp } from '../support/php.ts'
import { platformPrivateKey, settings } from '../support/platform.ts'

const run = await startPhp()

const output = async (code: string) => (await run(`use WeChatPay\\Crypto\\{Rsa, AesGcm}; ${code}`)).output

const oaep = { padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha1' }

const own = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'pkcs1', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
})
const base64Of = (pem: string) => pem.replace(/-----.*?-----|\n/g, '')

describe('$encryptor', () => {
  it('encrypts for the platform, checked by OpenSSL', async () => {
    const ciphertext = await output(`echo $encryptor('张三');`)
    expect(privateDecrypt({ key: platformPrivateKey, ...oaep }, Buffer.from(ciphertext, 'base64')).toString()).toBe('张三')
  })

  it('works in lists, callbacks and nested calls', async () => {
    const { requests } = await run(`
      $names = array_map($encryptor, ['张三', '李四']);
      $instance->v3->orders->postAsync(['json' => ['names' => $names], 'headers' => ['Wechatpay-Serial' => $platformPublicKeyId]])
        ->then(function () use ($instance, $encryptor) { $instance->v3->orders->post(['json' => ['name' => $encryptor('王五')]]); })->wait();`)
    const { names } = JSON.parse(requests[0]!.body) as { names: string[] }
    const { name } = JSON.parse(requests[1]!.body) as { name: string }
    const plain = [...names, name].map(text => privateDecrypt({ key: platformPrivateKey, ...oaep }, Buffer.from(text, 'base64')).toString())
    expect(plain).toEqual(['张三', '李四', '王五'])
    expect(requests[0]!.headers['Wechatpay-Serial']).toBe(Object.keys(settings.certs!)[0])
  })
})

describe('$decryptor', () => {
  it('decrypts what OpenSSL encrypts for the merchant', async () => {
    const ciphertext = publicEncrypt({ key: createPublicKey(String(settings.privateKey)), ...oaep }, Buffer.from('张三')).toString('base64')
    expect(await output(`echo $decryptor('${ciphertext}');`)).toBe('张三')
  })
})

describe('Rsa', () => {
  it('signs and verifies like OpenSSL', async () => {
    const signature = await output(`echo Rsa::sign("a\\nb\\n", $merchantPrivateKeyInstance);`)
    const verifier = createVerify('sha256').update('a\nb\n')
    expect(verifier.verify(createPublicKey(String(settings.privateKey)), signature, 'base64')).toBe(true)
    const key = createPublicKey(String(settings.privateKey)).export({ type: 'spki', format: 'pem' }).toString()
    expect(await output(`var_dump(Rsa::verify("a\\nb\\n", '${signature}', '${key}'), Rsa::verify('x', '${signature}', Rsa::from('${key}', Rsa::KEY_TYPE_PUBLIC)));`))
      .toBe('bool(true)\nbool(false)\n')
  })

  it.each([
    ['PEM', `'${own.publicKey}'`],
    ['public.pkcs1://', `Rsa::from('public.pkcs1://${base64Of(own.publicKey)}', Rsa::KEY_TYPE_PUBLIC)`],
    ['fromPkcs1', `Rsa::fromPkcs1('${base64Of(own.publicKey)}', Rsa::KEY_TYPE_PUBLIC)`],
    ['fromSpki', `Rsa::fromSpki('${base64Of(createPublicKey(own.publicKey).export({ type: 'spki', format: 'pem' }).toString())}')`],
  ])('reads a public key from %s', async (_, key) => {
    const ciphertext = await output(`echo Rsa::encrypt('x', ${key});`)
    expect(privateDecrypt({ key: own.privateKey, ...oaep }, Buffer.from(ciphertext, 'base64')).toString()).toBe('x')
  })

  it('reads a private key from fromPkcs8', async () => {
    const ciphertext = publicEncrypt({ key: own.publicKey, ...oaep }, Buffer.from('x')).toString('base64')
    expect(await output(`echo Rsa::decrypt('${ciphertext}', Rsa::fromPkcs8('${base64Of(own.privateKey)}'));`)).toBe('x')
  })

  it('does not print a key', async () => {
    expect(await output('print_r($merchantPrivateKeyInstance);')).toBe('WxpayLive\\Key Object\n(\n)\n')
  })

  it.each([
    [`Rsa::encrypt('x', 'garbage')`, 'Encrypting the input $plaintext failed, '],
    [`Rsa::decrypt('x', $merchantPrivateKeyInstance)`, 'Decrypting the input $ciphertext failed, '],
    [`Rsa::sign('x', 'garbage')`, 'Signing the input $message failed, '],
    [`Rsa::verify('x', 'y', 'garbage')`, 'Verified the input $message failed, '],
    [`AesGcm::decrypt('AAAA', str_repeat('k', 32), 'nonce')`, 'Decrypting the input $ciphertext failed, '],
    [`AesGcm::encrypt('x', 'short')`, 'Encrypting the input $plaintext failed, '],
    [`Rsa::encrypt("\\xff", $platformPublicKeyInstance)`, 'Encrypting the input $plaintext failed, '],
  ])('throws an UnexpectedValueException for %s', async (call, message) => {
    expect(await output(`try { ${call}; } catch (UnexpectedValueException $e) { echo $e->getMessage(); }`)).toContain(message)
  })
})

describe('AesGcm', () => {
  // Test case 14 of the GCM specification (McGrew and Viega) has a key of zeros; as text, those are 32 NUL bytes.
  const zeros = '"\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0"'
  const nonce = '"\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0"'
  const sealed = Buffer.from('cea7403d4d606b6e074ec5d3baf39d18d0d1c8a799996bf0265b98b5d48ab919', 'hex').toString('base64')

  it('encrypts and decrypts a published vector', async () => {
    expect(await output(`echo AesGcm::encrypt(str_repeat("\\0", 16), ${zeros}, ${nonce});`)).toBe(sealed)
    expect(await output(`var_dump(AesGcm::decrypt('${sealed}', ${zeros}, ${nonce}) === str_repeat("\\0", 16));`)).toBe('bool(true)\n')
  })

  it('rejects other associated data', async () => {
    expect(await output(`AesGcm::decrypt('${sealed}', ${zeros}, ${nonce}, 'certificate');`)).toMatch(/Uncaught UnexpectedValueException: Decrypting the input \$ciphertext failed, .* in \/example\.php:1\n/)
  })
})
