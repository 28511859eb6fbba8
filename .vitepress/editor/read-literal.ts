import type { SyntaxNode } from '@lezer/common'
import type { Literal, Member } from './literal.ts'

/** Reads the text of a node. */
export type TextOf = (node: SyntaxNode) => string

/** Returns the children of a node. */
export function childrenOf(node: SyntaxNode): SyntaxNode[] {
  const children: SyntaxNode[] = []
  for (let child = node.firstChild; child; child = child.nextSibling) children.push(child)
  return children
}

/** Returns the content of a string without escapes and variables; undefined for any other node. */
export function stringOf(node: SyntaxNode | undefined, textOf: TextOf): string | undefined {
  if (!node || !/^(?:Template)?String$/.test(node.name) || node.firstChild) return undefined
  const text = textOf(node)
  return text.includes('\\') ? undefined : text.slice(1, -1)
}

/** Reads a value of TypeScript or PHP out of its tree. */
export function readLiteral(node: SyntaxNode, textOf: TextOf): Literal {
  const { from, to } = node
  const text = stringOf(node, textOf)
  if (text !== undefined) return { kind: 'value', value: text, from, to }
  switch (node.name) {
    case 'Number': case 'Integer': case 'Float': case 'UnaryExpression': {
      const value = Number(textOf(node).replaceAll('_', ''))
      return Number.isNaN(value) ? { kind: 'code', from, to } : { kind: 'value', value, from, to }
    }
    case 'BooleanLiteral': case 'Boolean': return { kind: 'value', value: /^true$/i.test(textOf(node)), from, to }
    case 'null': return { kind: 'value', value: null, from, to }
    case 'ObjectExpression': return readObject(node, textOf)
    case 'ArrayExpression': return readArray(node, textOf)
    default: return { kind: 'code', from, to }
  }
}

function readArray(node: SyntaxNode, textOf: TextOf): Literal {
  const { from, to } = node
  const items = childrenOf(node).filter(({ name }) => !/^[[\],]$/.test(name))
  if (items.some(({ name }) => name === 'Pair')) return readObject(node, textOf)
  if (!items.length) return { kind: 'empty', from, to }
  if (items.some(({ name }) => /^(?:Spread|VariadicUnpacking)$/.test(name))) return { kind: 'code', from, to }
  return { kind: 'list', items: items.map(item => readLiteral(item, textOf)), from, to }
}

function readObject(node: SyntaxNode, textOf: TextOf): Literal {
  const { from, to } = node
  const entries = childrenOf(node).filter(({ name }) => !/^[{}[\],]$/.test(name))
  const members = entries.map(entry => readMember(entry, textOf))
  const known = members.filter(member => member !== undefined)
  return { kind: 'object', members: known, open: known.length < members.length, from, to }
}

function readMember(entry: SyntaxNode, textOf: TextOf): Member | undefined {
  const [key, sign, value] = childrenOf(entry)
  if (!/^(?:Property|Pair)$/.test(entry.name) || !key) return undefined
  const name = key.name === 'PropertyDefinition' ? textOf(key) : stringOf(key, textOf)
  if (name === undefined) return undefined
  const hasSign = /^(?::|=>)$/.test(sign?.name ?? '')
  const isWritten = hasSign && value && !value.type.isError
  // A missing value can be written after the sign; without a sign, it is nowhere.
  const missing = hasSign ? { from: sign!.to, to: entry.to + 1 } : { from: -1, to: -1 }
  return {
    name,
    key: { from: key.from, to: key.to },
    value: isWritten ? readLiteral(value, textOf) : { kind: 'code', ...missing },
  }
}
