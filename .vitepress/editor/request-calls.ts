import type { SyntaxNode, Tree } from '@lezer/common'
import { stepToPath } from '@wxpay-live/client/names'
import type { Literal, Span } from './literal.ts'
import { childrenOf, readLiteral, stringOf, type TextOf } from './read-literal.ts'

/** A call of the client in the code. */
export interface RequestCall {
  method: string
  /** Path template with a leading slash. */
  path: string
  /** The name of the called function. */
  name: Span
  /** Undefined if the call has none. */
  argument: Literal | undefined
}

/** Finds the calls of the client, whatever its variable is called and in whatever style. */
export function requestCalls(tree: Tree, text: string): RequestCall[] {
  const textOf: TextOf = ({ from, to }) => text.slice(from, to)
  const calls: RequestCall[] = []
  tree.iterate({
    enter({ name, node }) {
      const call = name === 'CallExpression' && readCall(node, textOf)
      if (call) calls.push(call)
    },
  })
  return calls
}

function readCall(node: SyntaxNode, textOf: TextOf): RequestCall | undefined {
  const [callee, list] = childrenOf(node)
  const called = callee?.name === 'MemberExpression' ? callee.lastChild : undefined
  const object = callee?.firstChild
  if (!called || !object || !list) return undefined
  const [, method] = /^(get|post|put|patch|delete)(?:Async)?$/.exec(textOf(called)) ?? []
  const steps = method ? stepsTo(object, textOf) : undefined
  if (!method || !steps?.length) return undefined
  const argument = childrenOf(list).find(({ name }) => !/^[(),]$/.test(name))
  return {
    method: method.toUpperCase(),
    path: `/${steps.map(stepToPath).join('/').replace(/^\//, '')}`,
    name: { from: called.from, to: called.to },
    argument: argument && readLiteral(argument, textOf),
  }
}

/** The steps from the client's variable to an operation; undefined for any other expression. */
function stepsTo(node: SyntaxNode, textOf: TextOf): string[] | undefined {
  const [object, ...rest] = childrenOf(node)
  if (node.name === 'VariableName') return []
  if (!object) return undefined
  if (node.name === 'CallExpression') {
    const [path] = rest.flatMap(childrenOf).flatMap(child => stringOf(child, textOf) ?? [])
    const isChain = object.lastChild && textOf(object.lastChild) === 'chain'
    const before = isChain && object.firstChild && stepsTo(object.firstChild, textOf)
    return before && path ? [...before, path] : undefined
  }
  if (!/^(?:Member|Subscript)Expression$/.test(node.name)) return undefined
  const before = stepsTo(object, textOf)
  const step = rest.map(child => /Name$/.test(child.name) ? textOf(child) : stringOf(child, textOf)).find(Boolean)
  return before && step ? [...before, step] : undefined
}
