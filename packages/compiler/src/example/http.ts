import type { Report } from '../diagnostics.ts'
import { variablesOf } from '../path/chain.ts'
import { own } from '../record.ts'
import { standardHeaders } from '../standard-headers.ts'
import { boundaryOf, readMultipart } from './http-multipart.ts'
import { readJson } from './json.ts'
import { accessPointOf, ExampleError, type WrittenExample } from './written-example.ts'

/**
 * Reads an `http` block: `@name = value` lines, the request line, headers, an empty line, the body.
 * @throws {ExampleError} if the request line is missing or the body is not JSON
 */
export function readHttp(text: string, report: Report): WrittenExample {
  const source = text.split(/\r?\n/)
  const start = source.findIndex(line => /^[A-Z]+\s/.test(line))
  const [, method, url] = /^([A-Z]+)\s+((?:https?:\/)?\/\S*|\{[^{}\s]+\}(?:\?\S*)?)(?:\s+HTTP\/[\d.]+)?\s*$/.exec(source[start] ?? '') ?? []
  if (!method || !url) {
    throw new ExampleError(Math.max(start, 0) + 1, 'the http block has no request line',
      'add one such as “POST /v3/pay/transactions/jsapi” below the @name = value lines')
  }
  const blank = source.findIndex((line, index) => index > start && !line.trim())
  const end = blank < 0 ? source.length : blank
  const [, address = '', query] = /^([^?]*)(?:\?(.*))?$/.exec(url) ?? []
  const [, base, path = address] = /^(https?:\/\/.*?)(\/(?:v3|brand)\/.*)$/.exec(address) ?? []
  const baseUri = base && accessPointOf(base)
  const example: WrittenExample = {
    method, path, line: start + 1, variables: {}, lines: new Map(),
    ...(baseUri && { baseUri }),
  }
  readVariables(source.slice(0, start), example, report)
  if (query) readQuery(query, example)
  const boundary = readHeaders(source.slice(start + 1, end), example, report)
  const body = source.slice(end).join('\n')
  if (boundary) {
    example.body = readMultipart(source.slice(end), boundary)
  } else if (body.trim()) {
    const { value, lines } = readJson(body, end + 1, 'json')
    example.json = value
    for (const [at, line] of lines) example.lines.set(at, line)
  }
  return example
}

function readVariables(source: string[], { path, line, variables, lines }: WrittenExample, report: Report) {
  const names = path.startsWith('/') ? variablesOf(path) : []
  for (const [index, text] of source.entries()) {
    if (!text.trim() || /^\s*(#|\/\/)/.test(text)) continue
    const [, name, value = ''] = /^@([\w-]+)\s*=(.*)$/.exec(text) ?? []
    if (!name) report(index + 1, `unknown line “${text}” above the request line`, 'write @name = value')
    else if (!names.includes(name)) report(index + 1, `@${name} is unused`, `add {${name}} to the path or remove the line`)
    else variables[name] = value.trim()
    if (name) lines.set(name, index + 1)
  }
  for (const name of names) {
    if (own(variables, name)) continue
    report(lines.get(name) ?? line, `{${name}} has no value`, `add @${name} = … above the request line`)
    variables[name] = ''
  }
}

function readQuery(query: string, example: WrittenExample) {
  const values = Map.groupBy(new URLSearchParams(query), ([name]) => name)
  for (const name of values.keys()) example.lines.set(`query/${name}`, example.line)
  example.query = Object.fromEntries(Array.from(values, ([name, pairs]) => {
    const [first = '', ...more] = pairs.map(([, value]) => value)
    return [name, more.length ? [first, ...more] : first]
  }))
}

/** Adds the headers to the example; returns the boundary of a multipart body. */
function readHeaders(source: string[], example: WrittenExample, report: Report): string | undefined {
  let boundary: string | undefined
  const headers = new Map<string, string>()
  for (const [index, text] of source.entries()) {
    const line = example.line + 1 + index
    const [, name, value = ''] = /^([\w-]+):(.*)$/.exec(text) ?? []
    if (name?.toLowerCase() === 'content-type') boundary = boundaryOf(value)
    if (!name) {
      report(line, `“${text}” is not a header`, 'write Name: value, and an empty line before the body')
    } else if (!standardHeaders.includes(name.toLowerCase())) {
      headers.set(name, value.trim())
      example.lines.set(`headers/${name}`, line)
    }
  }
  if (headers.size) example.headers = Object.fromEntries(headers)
  return boundary
}
