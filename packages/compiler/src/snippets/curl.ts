import type { Operation } from '../model/index.ts'
import type { Language } from './language.ts'
import { withDigest, type Upload } from './options.ts'
import { toMessage } from './request-message.ts'

const authorization = '--header "Authorization: WECHATPAY2-SHA256-RSA2048 '
  + 'mchid=\\"$mchid\\",nonce_str=\\"$nonce\\",signature=\\"$signature\\",timestamp=\\"$timestamp\\",serial_no=\\"$serial\\""'

/** A bash script that signs with `openssl` and sends with `curl`. Who sends, and where to, can be set from outside. */
export const curl: Language = {
  id: 'curl',
  label: 'cURL',
  grammar: 'bash',
  tabs: operation => [{ label: 'cURL', code: render(operation) }],
}

function render(operation: Operation): string {
  const { origin, target, headers, body, upload } = toMessage(operation)
  const options = [
    `--request ${operation.method} "$origin$target"`,
    authorization,
    ...headers.map(([name, value]) => `--header ${quote(`${name}: ${value}`)}`),
    ...(body === undefined ? [] : ['--data-raw "$body"']),
    ...(upload ? ['--form \'meta=<-;type=application/json\'', `--form ${quote(`${upload.part}=@`)}"$file"`] : []),
    ...(operation.returns === 'binary' ? ['--output download'] : []),
  ]
  return [
    '#!/usr/bin/env bash',
    'set -euo pipefail',
    '',
    'mchid=${WXPAY_MCHID:-1900000109}',
    'serial=${WXPAY_SERIAL:-5157F09EFDC096DE15EBE81A47057A7232F1B8E1}',
    'private_key=${WXPAY_PRIVATE_KEY:-apiclient_key.pem}',
    `origin=\${WXPAY_ORIGIN:-${origin}}`,
    '',
    `target=${quote(target)}`,
    ...(upload ? metaOf(upload) : [`body=${quote(body ?? '')}`]),
    'timestamp=$(date +%s)',
    'nonce=$(openssl rand -hex 16)',
    `signature=$(printf '%s\\n' ${operation.method} "$target" "$timestamp" "$nonce" "$body" \\`,
    '  | openssl dgst -sha256 -sign "$private_key" | openssl base64 -A)',
    '',
    `${upload ? 'printf %s "$body" | ' : ''}curl --fail-with-body --silent --show-error \\`,
    options.map(option => `  ${option}`).join(' \\\n'),
  ].join('\n')
}

/** The signature of an upload covers its `meta` part only. */
function metaOf({ file, meta }: Upload): string[] {
  const digest = '$sha256'
  return [
    `file=\${WXPAY_FILE:-${file.replace(/[^\w.-]/g, '_')}}`,
    'sha256=$(openssl dgst -sha256 -r "$file" | cut -d " " -f 1)',
    `body=${quote(JSON.stringify(withDigest(meta, digest))).replace(`"${digest}"`, `"'"$sha256"'"`)}`,
  ]
}

function quote(text: string): string {
  return `'${text.replaceAll('\'', `'\\''`)}'`
}
