import type { Operation } from '../../model/index.ts'
import { Code } from '../literal.ts'
import { printedPartOf } from '../options.ts'
import { toJson, toMessage, type RequestMessage } from '../request-message.ts'
import { serialHeader } from '../sensitive.ts'
import { uniqueNames } from '../unique-names.ts'
import { withDigest, type Upload } from '../upload.ts'
import { javaFile } from './file.ts'
import { declaration, javaString, mark, textBlock } from './literal.ts'

const indent = '    '

/** Stands for the digest of a file, among the marks of encrypted values. */
const digestMark = '\uE001'

/**
 * Writes the program that sends a request with the general call of the official library, or a comment that says why the library
 * cannot send it.
 */
export function javaRequest(operation: Operation): string {
  const values: { name: string, text: string, group: string }[] = []
  const nameOf = uniqueNames(name => `encrypted${name.replace(/^encrypted_/, '').replace(/(?:^|_)(\w)/g, (_, letter: string) => letter.toUpperCase())}`)
  const message = toMessage(operation, {
    encrypt(text, { name, group }) {
      values.push({ name: nameOf(name), text, group })
      return new Code(mark)
    },
  })
  if (message.upload && message.upload.part !== 'file') return withoutPart(message.upload.part)
  const inQuery = values.filter(({ group }) => group === 'query').map(({ name }) => name)
  const inBody = values.filter(({ group }) => group !== 'query').map(({ name }) => name)
  return javaFile([main, [
    `  static void send()${message.upload || operation.returns === 'binary' ? ' throws IOException' : ''} {`,
    `${indent}var client = new DefaultHttpClientBuilder().config(config).build();`,
    ...(values.length ? [`${indent}var encryptor = config.createEncryptor();`] : []),
    ...values.map(({ name, text }) => declaration(name, [`encryptor.encrypt(${javaString(text)})`], indent)),
    declaration('path', pathOf(message.target, inQuery), indent),
    ...(message.body === undefined ? [] : [textBlock('body', message.body, inBody, indent)]),
    ...(message.upload ? uploadOf(message.upload, inBody) : []),
    `${indent}// WXPAY_BASE_URL 是沙箱的地址，正式环境是 ${message.origin}`,
    `${indent}var url = System.getenv("WXPAY_BASE_URL") + path;`,
    ...(operation.returns === 'binary' ? download : [...execution(operation.method, message), ...outputOf(operation)]),
    '  }',
  ].join('\n')])
}

/** The terms of the path: texts, and the encrypted values of the query between them. */
const pathOf = (target: string, encrypted: string[]) => target.split(mark).flatMap((text, index) => [
  ...(index ? [`UrlEncoder.urlEncode(${encrypted[index - 1]})`] : []),
  ...(text ? [javaString(text)] : []),
])

function execution(method: string, { headers, body, upload }: RequestMessage): string[] {
  const content = body === undefined ? undefined : 'new JsonRequestBody.Builder().body(body).build()'
  return [
    `${indent}var request =`,
    `${indent}    new HttpRequest.Builder()`,
    `${indent}        .httpMethod(HttpMethod.${method})`,
    `${indent}        .url(url)`,
    // The client itself sets the serial.
    ...headers.filter(([name]) => name !== serialHeader).map(([name, value]) => (
      `${indent}        .addHeader(${javaString(name)}, ${javaString(value)})`
    )),
    ...(content === undefined ? [] : [`${indent}        .body(${content})`]),
    ...(upload ? [`${indent}        .body(content)`] : []),
    `${indent}        .build();`,
    `${indent}var response = client.execute(request, Object.class);`,
  ]
}

/** The library signs `meta` and sends its parts. */
function uploadOf({ file, meta }: Upload, encrypted: string[]): string[] {
  const json = toJson(withDigest(meta, new Code(digestMark)))
  const waiting = [...encrypted]
  const values = [...json].flatMap(char => char === digestMark ? 'sha256' : char === mark ? waiting.shift() ?? [] : [])
  return [
    `${indent}var name = System.getenv().getOrDefault("WXPAY_FILE", ${javaString(file)});`,
    `${indent}var file = Files.readAllBytes(Path.of(name));`,
    ...(values.includes('sha256') ? [`${indent}var sha256 = ShaUtil.getSha256HexString(file);`] : []),
    textBlock('meta', json.replace(digestMark, mark), values, indent),
    declaration(
      'content', [`new FileRequestBody.Builder().meta(meta).fileName(${javaString(file)}).file(file).build()`], indent,
    ),
  ]
}

const download = [
  `${indent}// 文件没有签名，download 不验签`,
  `${indent}try (var stream = client.download(url)) {`,
  `${indent}  var file = stream.readAllBytes();`,
  `${indent}  // 申请下载地址时的应答如果有 hash_value，应与它相同`,
  `${indent}  System.out.println("SHA1 " + ShaUtil.getSha1HexString(file));`,
  `${indent}  Files.write(Path.of("download"), file);`,
  `${indent}}`,
]

function outputOf(operation: Operation): string[] {
  return printedPartOf(operation) === 'json'
    ? [`${indent}System.out.println(((JsonResponseBody) response.getBody()).getBody());`]
    : [`${indent}System.out.println("Request-ID " + response.getHeaders().getHeader("Request-ID"));`]
}

const main = `  public static void main(String[] args) throws Exception {
    try {
      send();
    } catch (ServiceException refusal) {
      // SDK 的这个错误没有应答头，所以没有 Request-ID
      System.err.printf("%d %s%n", refusal.getHttpStatusCode(), refusal.getResponseBody());
      System.exit(1);
    }
  }`

const withoutPart = (part: string) => `// wechatpay-java 发不了这个请求：它的文件部分总叫 file，这里是 ${part}。
// 请照「查看」里的 HTTP 或 cURL，自己签名、发送。`
