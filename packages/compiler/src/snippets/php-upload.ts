import { Code, toLiteral, type Template } from './literal.ts'
import { phpLiteral } from './php-literal.ts'
import { digestOf, withDigest, type Upload } from './upload.ts'

/** The body of an upload in PHP, and the statements before the request. */
interface PhpUpload {
  setup: string[]
  contentType: Code
  body: Code
}

/** Writes an upload with the library's `MediaUtil`; a file part with a name other than `file` needs its own stream. */
export function phpUpload({ part, file, meta }: Upload): PhpUpload {
  const path = phpLiteral.string(`/path/to/${file}`)
  const json = literal(withDigest(meta, new Code(`hash_file('sha256', ${path})`)))
  if (part !== 'file') return multipart(part, file, path, json)
  const known = ['filename', digestOf(meta) === 'sha256' ? 'sha256' : '']
  const isUsual = Object.keys(meta).every(name => known.includes(name))
  return {
    setup: [
      `$media = new \\WeChatPay\\Util\\MediaUtil(${path});`,
      ...(isUsual ? [] : [`$media->setMeta(json_encode(${json}));`]),
    ],
    contentType: new Code('$media->getContentType()'),
    body: new Code('$media->getStream()'),
  }
}

/** The library signs the stream cast to a string and sends its content, so the cast is overridden to return `meta`. */
function multipart(part: string, file: string, path: string, json: string): PhpUpload {
  const parts = literal([
    { name: 'meta', contents: new Code('$meta'), headers: { 'Content-Type': 'application/json' } },
    { name: part, filename: file, contents: new Code(`fopen(${path}, 'r')`) },
  ])
  return {
    setup: [
      `$meta = json_encode(${json});`,
      `$parts = new \\GuzzleHttp\\Psr7\\MultipartStream(${parts});`,
    ],
    contentType: new Code('\'multipart/form-data; boundary=\' . $parts->getBoundary()'),
    body: new Code('\\GuzzleHttp\\Psr7\\FnStream::decorate($parts, [\'__toString\' => static fn() => $meta])'),
  }
}

const literal = (value: Template) => toLiteral(value, phpLiteral)
