import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { startPhp } from '../support/php.ts'

const run = await startPhp()

const content = '交易时间,商户号\n2026-03-12,1900000109\n'
const sha256 = createHash('sha256').update(content).digest('hex')

const upload = `
file_put_contents('/tmp/bill.csv', "交易时间,商户号\\n2026-03-12,1900000109\\n");
$media = new \\WeChatPay\\Util\\MediaUtil('/tmp/bill.csv');
$response = $instance->v3->merchant->media->upload->post(['body' => $media->getStream(), 'headers' => $media->getHeaders()]);
echo json_decode((string) $response->getBody())->media_id;`

describe('MediaUtil', () => {
  it('sends the parts meta and file, as a parser from outside reads them', async () => {
    const { output, requests } = await run(upload, () => ({ body: '{"media_id":"7"}' }))
    expect(output).toBe('7')

    const [request] = requests
    const form = await new Response(request?.body ?? '', { headers: { 'Content-Type': request?.headers['Content-Type'] ?? '' } }).formData()
    const file = form.get('file') as File
    expect([...form.keys()]).toEqual(['meta', 'file'])
    expect(form.get('meta')).toBe(JSON.stringify({ filename: 'bill.csv', sha256 }))
    expect([file.name, file.type, await file.text()]).toEqual(['bill.csv', 'text/csv', content])
  })

  it('takes another meta, a stream in place of a file, and tells both', async () => {
    const { output } = await run(`
      $media = new WeChatPay\\Util\\MediaUtil('photo.PNG', GuzzleHttp\\Psr7\\Utils::streamFor('x'));
      echo $media->getMeta(), "\\n", $media->setMeta('{"a":1}'), $media->getMeta(), "\\n", $media->getContentType(), "\\n", $media->getStream();`)
    expect(output).toMatch(/^\{"filename":"photo\.PNG","sha256":"[0-9a-f]{64}"\}\n7\{"a":1\}\nmultipart\/form-data; boundary=(\w+)\n--\1\r\n/)
    expect(output).toContain('{"a":1}')
    expect(output).toContain('filename="photo.PNG"\r\nContent-Type: image/png\r\n\r\nx\r\n--')
  })

  it('takes a stand-in for a file of the reader\'s disk', async () => {
    const { output } = await run(`echo (new WeChatPay\\Util\\MediaUtil('/path/to/image.png'))->getStream();`)
    expect(output).toContain('filename="image.png"\r\nContent-Type: image/png\r\n\r\ninstead of /path/to/image.png\r\n')
  })

  it('refuses a file whose bytes are no text', async () => {
    const binary = `$media = new WeChatPay\\Util\\MediaUtil('a.png', GuzzleHttp\\Psr7\\Utils::streamFor("\\xff"));
      $instance->v3->media->post(['body' => $media->getStream(), 'headers' => $media->getHeaders()]);`
    expect((await run(binary)).output).toMatch(/InvalidArgumentException: body: is not UTF-8 text/)
  })
})
