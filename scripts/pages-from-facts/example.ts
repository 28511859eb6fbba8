// By its path, so that plain `node` finds the sources.
import { compilePage, type Field, type JsonValue, type Operation } from '../../packages/compiler/src/index.ts'
import type { OperationFact } from '../facts/facts.ts'

type Members = Record<string, JsonValue>

/**
 * Writes the `http` block of an operation, with the compiler's samples for the required fields.
 * @param draft page of that operation without an example
 */
export function toExample(draft: string, fact: OperationFact): string {
  const { operations: [compiled] } = compilePage(draft, `openapi/${fact.page}.md`)
  if (!compiled) throw new Error(`${fact.page}: ${fact.verb} ${fact.path ?? fact.title} does not compile`)
  const { request, example } = compiled.operation
  const query = pick(request.query, example.query)
  const headers = Object.entries(pick(request.headers, example.headers))
  const lines = [
    ...Object.entries(example.path).map(([name, value]) => `@${name} = ${value}`),
    `${fact.verb} ${urlOf(fact)}${toSearch(query)}`,
    ...headers.map(([name, value]) => `${name}: ${String(value)}`),
    ...bodyOf(compiled.operation, fact),
  ]
  return `\`\`\`http\n${lines.join('\n')}\n\`\`\`\n`
}

/** The samples of the required fields; of a group without required fields, that of the first. */
function pick(fields: Field[], samples: Members = {}): Members {
  const required = fields.filter(field => field.required)
  const picked = required.length ? required : fields.slice(0, 1)
  return Object.fromEntries(picked.map((field) => {
    return [field.name, pickValue(field, samples[field.name] ?? field.sample)]
  }))
}

function pickValue({ children, encoded }: Field, sample: JsonValue): JsonValue {
  if (!children) return sample
  if (encoded === 'json') return JSON.stringify(pick(children, JSON.parse(String(sample)) as Members))
  const members = Array.isArray(sample) ? sample[0] : sample
  const picked = pick(children, members as Members)
  return Array.isArray(sample) ? [picked] : picked
}

function urlOf({ path, base_uri: baseUri }: OperationFact): string {
  if (path === null) return '{download_url}'
  return baseUri ? baseUri.replace(/\/$/, '') + path : path
}

function toSearch(query: Members): string {
  const pairs = Object.entries(query).flatMap(([name, value]) => (
    [value].flat().map(item => [name, String(item)])
  ))
  return pairs.length ? `?${pairs.map(pair => pair.map(encodeURIComponent).join('=')).join('&')}` : ''
}

function bodyOf({ request: { json, body } }: Operation, { accepts }: OperationFact): string[] {
  if (accepts) {
    const parts = body?.children ?? [{ name: 'file', type: 'object' as const, sample: null }]
    return ['Content-Type: multipart/form-data; boundary=wxpay', '', ...parts.flatMap(toPart), '--wxpay--']
  }
  if (!json) return []
  return ['Content-Type: application/json', '', JSON.stringify(pickValue(json, json.sample), null, 2)]
}

function toPart({ name, type, sample }: Pick<Field, 'name' | 'type' | 'sample'>): string[] {
  const disposition = `Content-Disposition: form-data; name="${name}"`
  if (name === 'meta') {
    const meta = typeof sample === 'string' ? sample : JSON.stringify(sample)
    return ['--wxpay', disposition, 'Content-Type: application/json', '', meta]
  }
  if (type !== 'object') return ['--wxpay', disposition, '', String(sample)]
  return ['--wxpay', `${disposition}; filename="image.png"`, 'Content-Type: image/png', '', '< ./image.png']
}
