import php from 'php-parser'

interface Located {
  loc: { start: { line: number, column: number } }
}

/** The syntax nodes that examples use; `php-parser` has more. */
export type PhpNode = Located & (
  | { kind: 'call', what: PhpNode, arguments: PhpNode[] }
  | { kind: 'propertylookup' | 'offsetlookup', what: PhpNode, offset: PhpNode }
  | { kind: 'identifier', name: string }
  | { kind: 'variable', name: string }
  | { kind: 'array', items: PhpNode[] }
  | { kind: 'entry', key: PhpNode | null, value: PhpNode, unpack: boolean }
  | { kind: 'string' | 'nowdoc', value: string }
  | { kind: 'number', value: string | number }
  | { kind: 'boolean', value: boolean }
  | { kind: 'nullkeyword' }
  | { kind: 'encapsed', value: { expression: PhpNode }[] }
  | { kind: 'encapsedpart', expression: PhpNode }
  | { kind: 'bin' | 'unary' | 'cast', type: string, left: PhpNode, right: PhpNode, what: PhpNode, expr: PhpNode }
  | { kind: 'new', what: { name?: string }, arguments: PhpNode[] }
  | { kind: 'assign', left: PhpNode, right: PhpNode, operator: string }
  | { kind: 'constant', name: { name: string }, value: PhpNode }
  | { kind: 'name', name: string }
  | { kind: 'staticlookup', what: PhpNode, offset: PhpNode }
)

const engine = new php.Engine({ parser: { php8: true }, ast: { withPositions: true } })

/**
 * Parses PHP without its opening tag.
 * @throws {SyntaxError} with `lineNumber` if the text is not PHP
 */
export function parsePhp(code: string): PhpNode {
  return engine.parseEval(code) as unknown as PhpNode
}

/** Yields every node of a tree, parents first. */
export function* walk(node: unknown): Generator<PhpNode> {
  if (typeof node !== 'object' || node === null) return
  if ('kind' in node) yield node as PhpNode
  for (const [key, child] of Object.entries(node)) {
    if (key !== 'loc') yield* walk(child)
  }
}

/** The last part of the name of a call's function: `encrypt` for `Rsa::encrypt(…)`, `getStream` for `$media->getStream()`. */
export function calleeOf(node: PhpNode): string {
  if (node.kind !== 'call') return ''
  const { what } = node
  if (what.kind === 'variable' || what.kind === 'name') return what.name.replace(/^.*\\/, '')
  if (what.kind !== 'propertylookup' && what.kind !== 'staticlookup') return ''
  return what.offset.kind === 'identifier' ? what.offset.name : ''
}
