import type { Operation } from '../../model/index.ts'
import { Code, type Template, type Templates } from '../literal.ts'
import { printedPartOf } from '../options.ts'
import { filledPath } from '../request-message.ts'
import { sealRequest, serialHeader } from '../sensitive.ts'
import { withDigest, type Upload } from '../upload.ts'
import { pythonFile } from './file.ts'
import { assignment, pythonLiteral, pythonString } from './literal.ts'

const withoutDeleteBody = `# wechatpayv3 发不了这个请求：它的 DELETE 会签请求体，却不发。
# 请照「查看」里的 HTTP 或 cURL，自己签名、发送。`

/**
 * Writes the program that sends a request with the call by which all methods of wechatpayv3 send theirs, or a comment that
 * says why the library cannot send it.
 */
export function pythonRequest(operation: Operation): string {
  if (operation.method === 'DELETE' && operation.example.json !== undefined) return withoutDeleteBody
  const { path, query = {}, headers = {}, json, upload } = sealRequest(operation, {
    encrypt: text => new Code(`wxpay._core.encrypt(${pythonString(text)})`),
  })
  // The client itself sets the serial.
  const others = Object.fromEntries(Object.entries(headers).filter(([name]) => name !== serialHeader))
  const hasQuery = Object.keys(query).length > 0
  const target = filledPath(operation.path, path)
  const { origin } = new URL(operation.baseUri ?? 'https://api.mch.weixin.qq.com')
  const isFile = operation.returns === 'binary'
  return pythonFile([
    `# 换地址没有选项，只能改内部属性；正式环境是 ${origin}`,
    'wxpay._core._gate_way = os.environ["WXPAY_BASE_URL"]',
    '',
    ...(hasQuery ? [`query = ${pythonLiteral(textsOf(query))}`] : []),
    assignment('path', hasQuery ? queried(target) : pythonString(target)),
    ...(Object.keys(others).length ? [`headers = ${pythonLiteral(others)}`] : []),
    ...(json === undefined ? [] : [`body = ${pythonLiteral(json)}`]),
    ...(upload ? metaOf(upload) : []),
    '',
    '# SDK 没有公开的通用调用，用它各个方法内部的这一个',
    'try:',
    '    code, answer = wxpay._core.request(',
    '        path,',
    `        method=RequestType.${operation.method},`,
    ...(Object.keys(others).length ? ['        headers=headers,'] : []),
    ...(json === undefined ? [] : ['        data=body,']),
    ...(upload ? partsOf(upload) : []),
    ...(isFile ? ['        skip_verify=True,  # 文件没有签名'] : []),
    '    )',
    'except Exception as error:',
    '    sys.exit(f"没有发成，或应答验签不过：{error}")',
    'if code >= 300:',
    '    # SDK 不返回应答头：要 Request-ID，给 WeChatPay 传 logger，它在调试日志里',
    '    sys.exit(f"{code} {answer}")',
    ...outputOf(operation),
  ])
}

/** Texts of the values: Python would write `True` for `true`. */
function textsOf(query: Templates): Templates {
  const textOf = (value: Template) => value instanceof Code ? value : String(value)
  return Object.fromEntries(Object.entries(query).map(([name, value]) => (
    [name, Array.isArray(value) ? value.map(textOf) : textOf(value)]
  )))
}

const queried = (target: string) => `f"${target.replace(/[{}]/g, '$&$&')}?{urlencode(query, doseq=True)}"`

function metaOf({ file, meta }: Upload): string[] {
  return [
    `file = Path(os.environ.get("WXPAY_FILE", ${pythonString(file)})).read_bytes()`,
    `fields = ${pythonLiteral(withDigest(meta, new Code('hashlib.sha256(file).hexdigest()')))}`,
    'meta = json.dumps(fields)',
  ]
}

const partsOf = ({ part, file }: Upload): string[] => [
  '        data={"meta": meta},',
  '        sign_data=meta,  # 只签 meta，不签文件',
  `        files={${pythonString(part)}: (${pythonString(file)}, file)},`,
]

function outputOf(operation: Operation): string[] {
  return {
    json: ['print(answer)'],
    status: ['print(code)'],
    bytes: [
      '# 申请下载地址时的应答如果有 hash_value，应与它相同',
      'print("SHA1", hashlib.sha1(answer).hexdigest())',
      'Path("download").write_bytes(answer)',
    ],
  }[printedPartOf(operation)]
}
