const sdk = 'github.com/wechatpay-apiv3/wechatpay-go'

/** The packages that examples use, in the order of their imports. */
const standard = [
  'bytes', 'cmp', 'context', 'crypto/sha1', 'crypto/sha256', 'encoding/json', 'errors', 'fmt', 'io', 'log',
  'mime/multipart', 'net/http', 'net/url', 'os',
]
const ofSdk = ['core', 'core/auth/verifiers', 'core/consts', 'core/notify', 'core/option', 'utils'].map(path => `${sdk}/${path}`)

/** Writes a program of top-level declarations, with an import for each package that they use. */
export function goFile(declarations: string[]): string {
  const code = declarations.join('\n\n')
  const withoutTexts = code.replace(/"(?:[^"\\\n]|\\.)*"|`[^`]*`|\/\/.*/g, '')
  const isUsed = (path: string) => new RegExp(`\\b${path.split('/').at(-1)}\\.`).test(withoutTexts)
  const imports = [standard, ofSdk].map(paths => paths.filter(isUsed).map(path => `\t"${path}"`).join('\n'))
  return [`// go get ${sdk}`, '', 'package main', '', 'import (', imports.join('\n\n'), ')', '', code].join('\n')
}

/** Writes a statement that assigns a result and returns the error beside it. */
export const orReturn = (statement: string): string[] => [statement, 'if err != nil {', '\treturn err', '}']

/** Writes a function that returns an error. */
export const goFunction = (signature: string, statements: string[]): string => (
  [`func ${signature} {`, ...statements.flatMap(text => text.split('\n')).map(line => line && `\t${line}`), '}'].join('\n')
)
