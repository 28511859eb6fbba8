import { createHash, createPublicKey, verify } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { startPhp } from '../support/php.ts'
import { settings } from '../support/platform.ts'

const run = await startPhp()

/** All byte values, most of which are not valid UTF-8. */
const content = Uint8Array.from({ length: 256 }, (_, byte) => byte)
const meta = JSON.stringify({ filename: 'photo.png', sha256: createHash('sha256').update(content).digest('hex') })

const upload = `
file_put_contents('/tmp/photo.png', implode('', array_map(chr(...), range(0, 255))));
$media = new \\WeChatPay\\Util\\MediaUtil('/tmp/photo.png');
$response = $instance->v3->merchant->media->upload->post(['body' => $media->getStream(), 'headers' => $media->getHeaders()]);
echo json_decode((string) $response->getBody())->media_id;`

describe('an upload with MediaUtil', () => {
  it('sends the parts meta and file byte for byte, read by an independent parser', async () => {
    const { output, requests } = await run(upload, () => ({ body: '{"media_id":"7"}' }))
    expect(output).toBe('7')

    const type = requests[0]?.headers['Content-Type'] ?? ''
    const form = await new Response(requests[0]?.upload ?? null, { headers: { 'Content-Type': type } }).formData()
    const file = form.get('file') as File
    expect([...form.keys()]).toEqual(['meta', 'file'])
    expect(form.get('meta')).toBe(meta)
    expect([file.name, file.type]).toEqual(['photo.png', 'image/png'])
    expect(new Uint8Array(await file.arrayBuffer())).toEqual(content)
  })

  it('signs only meta', async () => {
    const { requests } = await run(upload, () => ({ body: '{"media_id":"7"}' }))
    const authorization = requests[0]?.headers.Authorization ?? ''
    const part = (name: string) => new RegExp(`${name}="(.+?)"`).exec(authorization)?.[1] ?? ''
    const message = `POST\n/v3/merchant/media/upload\n${part('timestamp')}\n${part('nonce_str')}\n${meta}\n`
    const key = createPublicKey(String(settings.privateKey))
    expect(verify('sha256', Buffer.from(message), key, Buffer.from(part('signature'), 'base64'))).toBe(true)
  })

  it('does not affect the next request', async () => {
    const { requests } = await run(`${upload}\n$instance->v3->orders->post(['json' => ['a' => 1]]);`, () => ({ body: '{"media_id":"7"}' }))
    expect(requests[1]).toMatchObject({ body: '{"a":1}' })
    expect(requests[1]).not.toHaveProperty('upload')
  })
})

describe('MediaUtil', () => {
  it('accepts another meta and a stream, and returns both', async () => {
    const { output } = await run(`
      $media = new WeChatPay\\Util\\MediaUtil('photo.PNG', GuzzleHttp\\Psr7\\Utils::streamFor('x'));
      echo $media->getMeta(), "\\n", $media->setMeta('{"a":1}'), $media->getMeta(), "\\n", $media->getContentType(), "\\n", $media->getStream()->getContents();`)
    expect(output).toMatch(/^\{"filename":"photo\.PNG","sha256":"[0-9a-f]{64}"\}\n7\{"a":1\}\nmultipart\/form-data; boundary=(\w+)\n--\1\r\n/)
    expect(output).toContain('\r\n{"a":1}\r\n')
    expect(output).toContain('filename="photo.PNG"\r\nContent-Type: image/png\r\n\r\nx\r\n--')
  })

  it('uploads a stand-in for a missing file', async () => {
    const { output } = await run(`echo (new WeChatPay\\Util\\MediaUtil('/path/to/image.png'))->getStream()->getContents();`)
    expect(output).toContain('filename="image.png"\r\nContent-Type: image/png\r\n\r\ninstead of /path/to/image.png\r\n')
  })
})
