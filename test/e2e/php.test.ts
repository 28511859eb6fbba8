import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { codeOf, enter, example, outcome, styles, wireText } from './support/example.ts'
import { useSite } from './support/site.ts'

const site = useSite()

/** The seed's page with its PHP tabs chosen. */
async function openPhp(path?: string): Promise<Page> {
  const page = await site.open(path)
  await example(page).language('PHP').check()
  return page
}

/** Runs the code in the editor, or other code, and returns the output. */
async function runPhp(page: Page, code?: string): Promise<string> {
  if (code !== undefined) await enter(page, code)
  await example(page).run.click()
  return outcome(page)
}

/** Records the names of the PHP files that a page requests. */
function phpRequests(page: Page): string[] {
  const seen: string[] = []
  page.context().on('request', (request) => {
    // A request that the service worker passes on is reported twice.
    if (request.serviceWorker()) return
    const [, name] = /\/(php|worker|[0-9a-f]{40})[.-][^/]*\.(?:js|wasm)$/.exec(request.url()) ?? []
    if (name) seen.push(name)
  })
  return seen
}

/** The output of print_r for the seed's response, with any out_order_no and order_id. */
const printed = new RegExp([
  'Array', '\\(', '    \\[appid\\] => wxd678efh567hg6787', '    \\[mchid\\] => \\d+', '    \\[out_order_no\\] => (\\w+)',
  '    \\[service_id\\] => 500001', '    \\[order_id\\] => \\d+', '\\)', '',
].join('\n'))

describe('运行 on PHP tabs', () => {
  it('runs the unmodified tabs of the seed page', async () => {
    const page = await openPhp()
    for (const style of styles) {
      await example(page).tab(style).click()
      const output = await runPhp(page)

      expect(output, style).toContain('完成')
      const [, sample] = printed.exec(output) ?? []
      expect(sample, style).toBeTruthy()
      expect(output, style).toContain(`out_order_no 留空，已填入本页的示例值 ${sample}`)
    }
  })

  it('shows the bytes of json_encode on the wire, signed, with the response', async () => {
    const page = await openPhp()
    await runPhp(page)

    const text = await wireText(page)
    expect(text).toContain(String.raw`{"appid":"wxd678efh567hg6787","service_id":"500001","reason":"\u7528\u6237\u6295\u8bc9"}`)
    expect(text).toContain('签名有效')
  })

  it('loads PHP at the first run, and only once', async () => {
    const page = await site.open()
    const seen = phpRequests(page)

    await runPhp(page)
    expect(seen).toEqual([])
    await example(page).language('PHP').check()
    await runPhp(page, 'echo "one";')
    expect(seen.toSorted()).toEqual([expect.stringMatching(/^[0-9a-f]{40}$/), 'php', 'worker'])
    await runPhp(page, 'echo "two";')
    expect(seen).toHaveLength(3)
  })

  it('keeps PHP loaded from page to page', async () => {
    const page = await openPhp()
    const seen = phpRequests(page)
    await runPhp(page, 'echo "one";')
    await page.getByRole('link', { name: '完结智慧零售订单' }).first().click()
    await page.getByRole('heading', { level: 1, name: '完结智慧零售订单' }).waitFor()

    expect(await runPhp(page, 'echo "two";')).toContain('two')
    expect(seen).toHaveLength(3)
  })

  it('encrypts, decrypts and reads files of the reader\'s disk through the client', async () => {
    const page = await openPhp()

    expect(await runPhp(page, `echo strlen(base64_decode($encryptor('张三')));`)).toContain('256')
    const output = await runPhp(page, `$key = \\WeChatPay\\Crypto\\Rsa::from('file:///path/to/apiclient_key.pem');
echo strlen(\\WeChatPay\\Crypto\\Rsa::sign('text', $key)), '|', filesize('/vendor/autoload.php');`)
    expect(output).toContain('/path/to/apiclient_key.pem 在这里不存在，已代以沙箱商户的私钥')
    expect(output).toContain('344|0')
  })

  it('shows the progress of the download in MB', async () => {
    const page = await openPhp()
    // The rest of the download is held back as long as the page is open.
    await page.evaluate(() => {
      const { fetch } = window
      window.fetch = async (input, init) => {
        const response = await fetch(input, init)
        if (!String(input).endsWith('.wasm')) return response
        const slow = new TransformStream({
          async transform(chunk, controller) {
            controller.enqueue(chunk)
            await new Promise(() => {})
          },
        })
        return new Response(response.body?.pipeThrough(slow), response)
      }
    })
    await enter(page, 'echo "loaded";')
    await example(page).run.click()
    const bar = page.getByRole('progressbar', { name: '正在下载 PHP' })
    await bar.waitFor()

    expect(await bar.getAttribute('max')).toBe('13827389')
    expect(Number(await bar.getAttribute('value'))).toBeGreaterThan(0)
    expect(await page.locator('.run-progress').innerText()).toMatch(/\d\.\d \/ 13\.8 MB/)
  })

  it('runs edited code, and restores the page\'s code on 重置', async () => {
    const page = await openPhp()
    const { reset } = example(page)
    const original = await codeOf(page)

    expect(await runPhp(page, 'echo PHP_VERSION;')).toMatch(/8\.4\.\d/)
    await reset.click()
    expect(await codeOf(page)).toBe(original)
  })

  it('names the line of the editor in warnings, errors and uncaught exceptions', async () => {
    const page = await openPhp()

    expect(await runPhp(page, '\necho $nothing->here;')).toContain('Warning: Undefined variable $nothing in /example.php on line 2')
    expect(await runPhp(page, 'echo 1;\n\nf(;')).toMatch(/出错[^]*Parse error: syntax error, unexpected token ";" in \/example\.php on line 3/)
    expect(await runPhp(page, '\n\n$instance->v3->nowhere->get();'))
      .toMatch(/出错[^]*Uncaught GuzzleHttp\\Exception\\ClientException: Client error: `GET https:\/\/api\.mch\.weixin\.qq\.com\/v3\/nowhere` resulted in a `404 Not Found`[^]*\/example\.php\(3\)/)
  })

  it('starts from a clean state after exit, a fatal error and exhausted memory', async () => {
    const page = await openPhp()

    for (const code of ['function left() {} exit("bye");', 'function left() {} throw new Exception;', 'function left() { left(); } left();']) {
      await runPhp(page, code)
      expect(await runPhp(page, 'var_dump(function_exists("left"));')).toContain('bool(false)')
    }
  })

  it('stops an endless loop at the press of a button, and runs again', async () => {
    const page = await openPhp()
    await enter(page, 'while (true);')
    await example(page).run.click()
    await page.getByText('运行中').waitFor()
    await page.getByRole('button', { name: '停止' }).click()

    expect(await outcome(page)).toContain('已停止')
    expect(await runPhp(page, 'echo "again";')).toContain('again')
  })
})
