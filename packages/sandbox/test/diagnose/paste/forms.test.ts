import { describe, expect, test } from 'vitest'
import { diagnose } from '../../../src/diagnose/index.ts'
import { testPem } from '../../support/pasted.ts'
import { type Signed, signRequest } from '../../support/signed-request.ts'

const given = { certificate: testPem('merchant-cert') }
const body = '{"description":"Tom\'s 店 \\"A\\" & B","out_trade_no":"S1","amount":{"total":1}}'
const target = '/v3/pay/transactions/native?a=1'

const lines = ({ headers }: Signed, line: (name: string, value: string) => string, end: string) =>
  Object.entries(headers).map(([name, value]) => line(name, value)).join(end)
const quoted = (text: string) => `'${text.replaceAll('\'', '\'\\\'\'')}'`
const escaped = (text: string) => text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')
/** As Chrome copies a request for the Windows prompt. */
const carets = (text: string) => escaped(text).replace(/[^\w\s\-:=+~'/.,?;()*]/g, '^$&')
const units = (text: string) => text.replaceAll('\\', '\\\\').replaceAll('\'', '\\\'')
  .replace(/[^\0-\x7f]/g, unit => `\\u${unit.charCodeAt(0).toString(16)}`)

const commands: Record<string, (request: Signed) => string> = {
  'options joined to their values': r => `curl -sSX${r.method} '${r.url}' ${lines(r, (n, v) => `-H'${n}: ${v}'`, ' ')} -d${quoted(r.body)}`,
  'long options after the URL, Windows line ends': r =>
    `$ curl --compressed --location '${r.url}' \\\r\n${lines(r, (n, v) => `--header '${n}: ${v}'`, ' \\\r\n')} \\\r\n--data-raw ${quoted(r.body)}\r\n`,
  'ANSI-C quotes': r => `curl '${r.url}' \\\n${lines(r, (n, v) => `-H '${n}: ${v}'`, ' ')} --data-raw $'${units(r.body)}' \\\n  --insecure`,
  'double quotes': r => `curl --url "${r.url}" ${lines(r, (n, v) => `-H "${n}: ${escaped(v)}"`, ' ')} --data "${escaped(r.body)}"`,
  'its body in a here-document': r => `curl "${r.url}" ${lines(r, (n, v) => `-H '${n}: ${v}'`, ' ')} -d @- <<'EOF'\n${r.body}\nEOF\n`,
  'its body from printf': r => `printf '%s' ${quoted(r.body)} | curl ${r.url} ${lines(r, (n, v) => `-H '${n}: ${v}'`, ' ')} --data-binary @-`,
  'its body from echo': r => `echo ${quoted(r.body)} | curl ${r.url} ${lines(r, (n, v) => `-H '${n}: ${v}'`, ' ')} -d @-`,
  'the option --json': r => `curl --json ${quoted(r.body)} ${lines(r, (n, v) => `-H '${n}: ${v}'`, ' ')} -m 10 -o out.json '${r.url}'`,
  'carets of the Windows prompt': r =>
    `curl ^"${r.url}^" ^\r\n${lines(r, (n, v) => `-H ^"${carets(`${n}: ${v}`)}^"`, ' ^\r\n')} ^\r\n--data-raw ^"${carets(r.body)}^"\r\n`,
  'grave accents of PowerShell': r => `curl.exe -X POST '${r.url}' \`\r\n${lines(r, (n, v) => `-H '${n}: ${v}'`, ' `\r\n')} \`\r\n-d ${quoted(r.body)}`,
}

const raw = (r: Signed, start: string, end = '\n') =>
  `${start}${end}${lines(r, (n, v) => `${n}: ${v}`, end)}${end}${end}${r.body}`

const others: Record<string, (request: Signed) => string> = {
  'raw HTTP with names in upper case and a length': r => raw({ ...r, headers: Object.fromEntries(Object.entries({
    'Host': 'api.mch.weixin.qq.com', ...r.headers, 'Content-Length': `${Buffer.byteLength(r.body)}`,
  }).map(([name, value]) => [name.toUpperCase(), value])) }, `${r.method} ${r.target} HTTP/1.1`, '\r\n'),
  'raw HTTP followed by a line end': r => `${raw(r, `${r.method} ${r.target} HTTP/1.1`)}\n`,
  'raw HTTP with the whole URL': r => raw(r, `${r.method} ${r.url} HTTP/1.1`),
  'HTTP/2 with its pseudo headers': r =>
    raw(r, `:method: ${r.method}\n:scheme: https\n:authority: api.mch.weixin.qq.com\n:path: ${r.target}`),
  'a .http file': r => raw(r, `### order\n${r.method} ${r.url}`),
  'the log of Guzzle': r =>
    `[2026-11-26] INFO: >>>>>>>>\n${raw(r, `${r.method} ${r.target} HTTP/1.1`)}\n<<<<<<<<\nHTTP/1.1 401 Unauthorized\n\n{"code":"SIGN_ERROR"}`,
  'the log of OkHttp': r => `${raw(r, `--> ${r.method} ${r.url} http/1.1`)}\n--> END ${r.method} (90-byte body)\n`,
  'the config of axios': r => JSON.stringify({
    config: { method: 'post', baseURL: 'https://api.mch.weixin.qq.com/', url: r.target.slice(1), headers: r.headers, data: r.body },
    response: { status: 401, headers: { server: 'nginx' }, data: { code: 'SIGN_ERROR' } },
  }),
  'a HAR': r => JSON.stringify({ log: { entries: [{
    request: {
      method: r.method,
      url: r.url,
      headers: Object.entries(r.headers).map(([name, value]) => ({ name, value })),
      postData: { mimeType: 'application/json', text: r.body },
    },
    response: { status: 401, headers: [], content: { text: '{}' } },
  }] } }),
  'pieces with other names': r =>
    JSON.stringify({ METHOD: r.method, URI: r.target, Authorization: r.authorization, BODY: r.body }),
  'pairs of headers': r => JSON.stringify({ method: r.method, url: r.url, headers: Object.entries(r.headers), body: r.body }),
  'a body that was logged as JSON': r =>
    JSON.stringify({ method: r.method, url: r.url, headers: r.headers, body: JSON.parse(r.body) }),
  'one line for each part': r =>
    `10:01 request method: ${r.method}\n10:01 request url: ${r.url}\n10:01 Authorization: ${r.authorization}\n10:01 request body: ${r.body}\n10:02 status: 401`,
  'Chinese labels': r => `请求地址：${r.url}，请求方法：${r.method}\nAuthorization：${r.authorization}\n请求体：${r.body}\n`,
  'logfmt': r => `level=debug method=${r.method} uri="${r.target}" Authorization=${JSON.stringify(r.authorization)} request_body=${JSON.stringify(r.body)} cost=12ms`,
  'headers in brackets': r => `DEBUG HTTP ${r.method} ${r.url} body=${r.body} headers=[Accept:"application/json", Authorization:"${r.authorization}"]`,
  'a dict of Python': r =>
    `DEBUG:Request url: ${r.url}\nDEBUG:Request type: ${r.method}\nDEBUG:Request headers: {'Accept': 'x', 'Authorization': '${r.authorization}'}\nDEBUG:Request params: ${r.body}\n`,
}

describe.each([['cURL with', commands], ['', others]])('reads %s', (_, forms) => {
  test.each(Object.entries(forms))('%s, and finds it right', async (_, write) => {
    expect(await diagnose(write(signRequest({ target, body })), given)).toMatchObject({ verdict: 'valid', mistakes: [] })
  })

  test.each(Object.entries(forms))('%s, and finds its mistake', async (_, write) => {
    const request = signRequest({ target, body, signed: { target: '/v3/pay/transactions/native' } })
    const { verdict, mistakes: [mistake, ...more] } = await diagnose(write(request), given)
    expect({ verdict, name: mistake?.name, more }).toEqual({ verdict: 'invalid', name: 'query-left-out', more: [] })
    expect(mistake).toMatchObject({ expected: request.right, signed: request.message })
  })
})

const meta = '{"filename":"a.txt","sha256":"x"}'
const upload = signRequest({ method: 'POST', target: '/v3/merchant/media/upload', signed: { body: meta } })

test.each([
  ['in quotes of the shell', `-F 'meta=${meta};type=application/json'`],
  ['in quotes of curl too, as Postman writes it', `--form 'meta="${escaped(meta)}";type=application/json'`],
])('reads the meta part of cURL\'s form, %s', async (_, field) => {
  const command = `curl -X POST ${upload.url} -H '${`Authorization: ${upload.authorization}`}' ${field} -F file=@a.txt`
  expect((await diagnose(command, given)).verdict).toBe('valid')
})

test('reads an upload whose line ends a text field has changed', async () => {
  const text = `POST /v3/merchant/media/upload HTTP/1.1\nContent-Type: multipart/form-data; boundary=b\nAuthorization: ${upload.authorization}\n\n--b\nContent-Disposition: form-data; name="meta"\n\n${meta}\n--b\nContent-Disposition: form-data; name="file"; filename="a.txt"\n\n--boundary\n--b--\n`
  expect((await diagnose(text, given)).verdict).toBe('valid')
})
