import { calleeOf, walk, type PhpNode } from './php-ast.ts'
import type { WrittenExample } from './written-example.ts'

/** The response that a program expects if it is not JSON: empty for `getStatusCode() === 204`, binary if it keeps the bytes. */
export function readResponse(program: PhpNode): WrittenExample['response'] {
  const calls = new Set<string>()
  let status: number | undefined
  let sink = false
  for (const node of walk(program)) {
    calls.add(calleeOf(node))
    if (node.kind === 'entry' && node.key?.kind === 'string' && node.key.value === 'sink') sink = true
    if (node.kind !== 'bin' || !/^={2,3}$/.test(node.type)) continue
    const sides = [node.left, node.right]
    const number = sides.find(side => side.kind === 'number')
    if (number && sides.some(side => calleeOf(side) === 'getStatusCode')) status = Number(number.value)
  }
  if (calls.has('json_decode')) return undefined
  if (status === 202 || status === 204) return { returns: 'empty', status }
  if (sink || calls.has('getContents') || calls.has('getBody')) return { returns: 'binary' }
  return calls.has('getStatusCode') ? { returns: 'empty' } : undefined
}
