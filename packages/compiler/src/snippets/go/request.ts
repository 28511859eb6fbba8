import type { Operation } from '../../model/index.ts'
import { Code, type Templates } from '../literal.ts'
import { printedPartOf } from '../options.ts'
import { filledPath } from '../request-message.ts'
import { sealRequest, serialHeader } from '../sensitive.ts'
import { uniqueNames } from '../unique-names.ts'
import { goFile, goFunction, orReturn } from './file.ts'
import { composite, type Entry, goLiteral, goString } from './literal.ts'
import { uploadCall } from './upload.ts'

/** Writes the program that sends a request with the general call of the official library. */
export function goRequest(operation: Operation): string {
  const signature = 'send(ctx context.Context) error'
  const statements = [...orReturn('client, err := newClient(ctx)'), ...callOf(operation), ...outputOf(operation)]
  return goFile([goFunction(signature, statements), main, newClient(operation.returns === 'binary')])
}

/** Encrypts the sensitive texts, calls and leaves the response in `result`. */
function callOf(operation: Operation): string[] {
  const sensitive: Entry[] = []
  const nameOf = uniqueNames(name => name.replace(/(?:^|_)(\w)/g, (_, letter: string) => letter.toUpperCase()))
  const { path, query, headers = {}, json, upload } = sealRequest(operation, {
    encrypt(text, { name }) {
      const field = nameOf(name)
      sensitive.push([field, goString(text)])
      return new Code(`sensitive.${field}`)
    },
  })
  // The client itself sets the serial.
  const others = Object.fromEntries(Object.entries(headers).filter(([name]) => name !== serialHeader))
  const parameters = query && Object.keys(query).length ? query : undefined
  const target = goString(filledPath(operation.path, path) + (parameters ? '?' : ''))
  return [
    ...(sensitive.length ? encryption(sensitive) : []),
    ...(parameters ? [`query := url.Values${lists(parameters)}`] : []),
    `// WXPAY_BASE_URL 是沙箱的地址，正式环境是 ${new URL(operation.baseUri ?? 'https://api.mch.weixin.qq.com').origin}`,
    `address := os.Getenv("WXPAY_BASE_URL") + ${target}${parameters ? ' + query.Encode()' : ''}`,
    ...(upload
      ? uploadCall(upload)
      : [
          ...(json === undefined ? [] : [`body := ${goLiteral(json, '')}`]),
          ...orReturn(`result, err := client.${call(operation.method, others, json !== undefined)}`),
        ]),
    'defer result.Response.Body.Close()',
  ]
}

/** The short calls send no other headers, and those with a body always send one. */
function call(method: Operation['method'], headers: Templates, hasBody: boolean): string {
  const name = method[0] + method.slice(1).toLowerCase()
  if (!Object.keys(headers).length && hasBody === (method !== 'GET')) {
    return `${name}(ctx, address${hasBody ? ', body' : ''})`
  }
  const given = Object.keys(headers).length ? `http.Header${lists(headers)}` : 'nil'
  return `Request(ctx, http.Method${name}, address, ${given}, nil, ${hasBody ? 'body' : 'nil'}, consts.ApplicationJSON)`
}

/** Parameters and headers by name, each a list of texts. */
function lists(values: Templates): string {
  const textOf = (value: Templates[string]) => goLiteral(value instanceof Code ? value : String(value), '')
  return composite(Object.entries(values).map(([name, value]) => (
    [goString(name), `{${[value].flat().map(textOf).join(', ')}}`]
  )), '')
}

/** The library encrypts the tagged fields of a structure in place. */
function encryption(sensitive: Entry[]): string[] {
  const width = Math.max(...sensitive.map(([name]) => name.length))
  return [
    '// 敏感信息：SDK 用微信支付公钥原地加密',
    'sensitive := &struct {',
    ...sensitive.map(([name]) => `\t${name.padEnd(width)} string \`encryption:"EM_APIV3"\``),
    `}${composite(sensitive, '')}`,
    'if _, err := client.EncryptRequest(ctx, sensitive); err != nil {',
    '\treturn err',
    '}',
  ]
}

function outputOf(operation: Operation): string[] {
  return {
    json: ['_, err = io.Copy(os.Stdout, result.Response.Body)', 'return err'],
    status: ['fmt.Println(result.Response.Status)', 'return nil'],
    bytes: [
      ...orReturn('file, err := io.ReadAll(result.Response.Body)'),
      '// 申请下载地址时的应答如果有 hash_value，应与它相同',
      'fmt.Printf("SHA1 %x\\n", sha1.Sum(file))',
      'return os.WriteFile("download", file, 0o644)',
    ],
  }[printedPartOf(operation)]
}

const main = goFunction('main()', [
  'if err := send(context.Background()); err != nil {',
  '\tvar refusal *core.APIError',
  '\tif errors.As(err, &refusal) {',
  '\t\trequestID := refusal.Header.Get("Request-ID")',
  '\t\tlog.Fatalf("%d %s %s（Request-ID %s）", refusal.StatusCode, refusal.Code, refusal.Message, requestID)',
  '\t}',
  '\tlog.Fatal(err)',
  '}',
])

/** @param isFile whether the response is a file, which is not signed */
function newClient(isFile: boolean): string {
  return goFunction('newClient(ctx context.Context) (*core.Client, error)', [
    ...keyOf('privateKey', 'LoadPrivateKeyWithPath', 'WXPAY_PRIVATE_KEY'),
    ...keyOf('publicKey', 'LoadPublicKeyWithPath', 'WXPAY_PUBLIC_KEY'),
    'keys := option.WithWechatPayPublicKeyAuthCipher(',
    '\tos.Getenv("WXPAY_MCHID"), os.Getenv("WXPAY_SERIAL"), privateKey,',
    '\tos.Getenv("WXPAY_PUBLIC_KEY_ID"), publicKey,',
    ')',
    ...(isFile ? ['// 文件没有签名，所以不验签'] : []),
    `return core.NewClient(ctx, keys${isFile ? ', option.WithoutValidator()' : ''})`,
  ])
}

const keyOf = (name: string, load: string, setting: string): string[] => [
  `${name}, err := utils.${load}(os.Getenv("${setting}"))`, 'if err != nil {', '\treturn nil, err', '}',
]
