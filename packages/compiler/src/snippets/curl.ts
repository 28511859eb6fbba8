import type { Operation } from '../model/index.ts'
import type { Language } from './language.ts'
import { Code } from './literal.ts'
import { toJson, toMessage } from './request-message.ts'
import { uniqueNames } from './unique-names.ts'
import { withDigest, type Upload } from './upload.ts'

const authorization = '--header "Authorization: WECHATPAY2-SHA256-RSA2048 '
  + 'mchid=\\"$mchid\\",nonce_str=\\"$nonce\\",signature=\\"$signature\\",timestamp=\\"$timestamp\\",serial_no=\\"$serial\\""'

/** RSAES-OAEP with SHA-1, the default digest of `openssl pkeyutl`. */
const encryption = [
  'public_key_id=${WXPAY_PUBLIC_KEY_ID:-PUB_KEY_ID_0119000001092026010100000001}',
  'public_key=${WXPAY_PUBLIC_KEY:-pub_key.pem}',
  'encrypt() {',
  '  printf %s "$1" | openssl pkeyutl -encrypt -pubin -inkey "$public_key" -pkeyopt rsa_padding_mode:oaep | openssl base64 -A',
  '}',
]

/**
 * A bash script that signs with `openssl` and sends with `curl`. Environment variables set the host and the merchant;
 * without a host it stops, so that a copied script never reaches production by accident.
 */
export const curl: Language = {
  id: 'curl',
  label: 'cURL',
  grammar: 'bash',
  tabs: operation => [{ label: 'cURL', code: render(operation) }],
}

function render(operation: Operation): string {
  const encryptions: string[] = []
  const nameOf = uniqueNames(name => `encrypted_${name.replace(/^encrypted_/, '')}`)
  const { origin, target, headers, body, upload } = toMessage(operation, {
    encrypt(text, { name, group }) {
      const encrypted = nameOf(name)
      const encoding = group === 'query' ? ' | sed \'s/+/%2B/g; s,/,%2F,g; s/=/%3D/g\'' : ''
      encryptions.push(`${encrypted}=$(encrypt ${quote(text)}${encoding})`)
      return variable(encrypted)
    },
    serial: variable('public_key_id'),
  })
  const options = [
    `--request ${operation.method} "\${base_url%/}$target"`,
    authorization,
    ...headers.map(([name, value]) => `--header ${splice(`${name}: ${value}`)}`),
    ...(body === undefined ? [] : ['--data-raw "$body"']),
    ...(upload ? ['--form \'meta=<-;type=application/json\'', `--form ${quote(`${upload.part}=@`)}"$file"`] : []),
    ...(operation.returns === 'binary' ? ['--output download'] : []),
  ]
  return [
    '#!/usr/bin/env bash',
    'set -euo pipefail',
    '',
    `base_url=\${WXPAY_BASE_URL:?请设为沙箱的地址，例如 http://127.0.0.1:8787，正式环境是 ${origin}}`,
    'serial=${WXPAY_SERIAL:?请设为商户 API 证书的序列号}',
    'mchid=${WXPAY_MCHID:-1900000109}',
    'private_key=${WXPAY_PRIVATE_KEY:-apiclient_key.pem}',
    ...(encryptions.length ? [...encryption, '', ...encryptions] : []),
    '',
    `target=${splice(target)}`,
    ...(upload ? metaOf(upload) : [`body=${splice(body ?? '')}`]),
    'timestamp=$(date +%s)',
    'nonce=$(openssl rand -hex 16)',
    `signature=$(printf '%s\\n' ${operation.method} "$target" "$timestamp" "$nonce" "$body" \\`,
    '  | openssl dgst -sha256 -sign "$private_key" | openssl base64 -A)',
    '',
    `${upload ? 'printf %s "$body" | ' : ''}curl --fail-with-body --silent --show-error \\`,
    options.map(option => `  ${option}`).join(' \\\n'),
  ].join('\n')
}

/** The signature of an upload covers only its `meta` part. */
function metaOf({ file, meta }: Upload): string[] {
  return [
    `file=\${WXPAY_FILE:-${file.replace(/[^\w.-]/g, '_')}}`,
    'sha256=$(openssl dgst -sha256 -r "$file" | cut -d " " -f 1)',
    `body=${splice(toJson(withDigest(meta, variable('sha256')), 0))}`,
  ]
}

/** Marks a shell variable in a text: a private-use character, which `JSON.stringify` does not escape. */
const mark = '\uE000'

const variable = (name: string) => new Code(mark + name + mark)

/** Quotes a text for the shell and leaves its variables outside the single quotes. */
function splice(text: string): string {
  return quote(text).replace(new RegExp(`${mark}(\\w+)${mark}`, 'g'), `'"$$$1"'`)
}

function quote(text: string): string {
  return `'${text.replaceAll('\'', `'\\''`)}'`
}
