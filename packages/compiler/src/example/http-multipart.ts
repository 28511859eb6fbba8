import type { JsonValue } from '../model/index.ts'

/**
 * Reads the multipart body of an `http` block: parts between lines of `--boundary`, each with headers, an empty line and
 * content. The value of a part with a file name is that name; its content, such as `< ./image.png`, is ignored.
 */
export function readMultipart(source: string[], boundary: string): Record<string, JsonValue> {
  const parts: Record<string, JsonValue> = {}
  const text = ['', ...source].join('\n')
  for (const part of text.split(`\n--${boundary}`).slice(1)) {
    const [head = '', ...content] = part.replace(/^\n/, '').split('\n\n')
    const disposition = /^content-disposition:(.*)$/im.exec(head)?.[1] ?? ''
    const name = parameter(disposition, 'name')
    if (name) parts[name] = parameter(disposition, 'filename') ?? content.join('\n\n').trim()
  }
  return parts
}

/** The boundary in a `Content-Type`; undefined if it is not multipart. */
export function boundaryOf(contentType: string): string | undefined {
  return /^\s*multipart\/form-data/i.test(contentType) ? parameter(contentType, 'boundary') : undefined
}

function parameter(header: string, name: string): string | undefined {
  const [, quoted, bare] = new RegExp(`;\\s*${name}=(?:"([^"]*)"|([^;\\s]+))`, 'i').exec(header) ?? []
  return quoted ?? bare
}
