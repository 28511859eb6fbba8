import type { SyntaxNode, Tree } from '@lezer/common'
import { stepToPath } from '@wxpay-live/client/names'
import type { Literal, Span } from './literal.ts'
import { childrenOf, readLiteral, stringOf, type TextOf } from './read-literal.ts'

/** A call of the client in the code. */
export interface RequestCall {
  method: string
  /** Path template with a leading slash. */
  path: string
  /** What the path consists of, in the code. */
  steps: Step[]
  /** The name of the called function. */
  name: Span
  /** Undefined if the call has none. */
  argument: Literal | undefined
}

/** A step of a chain, without quotes. */
export interface Step extends Span {
  text: string
  /** Whether it is a string: a path instead of a name. */
  isPath: boolean
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
    path: `/${steps.map(({ text }) => stepToPath(text)).join('/').replace(/^\//, '')}`,
    steps,
    name: { from: called.from, to: called.to },
    argument: argument && readLiteral(argument, textOf),
  }
}

/** The steps from the client's variable to an operation; undefined for any other expression. */
function stepsTo(node: SyntaxNode, textOf: TextOf): Step[] | undefined {
  const [object, ...rest] = childrenOf(node)
  if (node.name === 'VariableName') return []
  if (!object) return undefined
  if (node.name === 'CallExpression') {
    const [path] = rest.flatMap(childrenOf).flatMap(child => pathStep(child, textOf) ?? [])
    const isChain = object.lastChild && textOf(object.lastChild) === 'chain'
    const before = isChain && object.firstChild && stepsTo(object.firstChild, textOf)
    return before && path ? [...before, path] : undefined
  }
  if (!/^(?:Member|Subscript)Expression$/.test(node.name)) return undefined
  const before = stepsTo(object, textOf)
  const step = rest.map(child => /Name$/.test(child.name) ? nameStep(child, textOf) : pathStep(child, textOf)).find(Boolean)
  return before && step ? [...before, step] : undefined
}

const nameStep = (node: SyntaxNode, textOf: TextOf): Step => (
  { text: textOf(node), from: node.from, to: node.to, isPath: false }
)

function pathStep(node: SyntaxNode, textOf: TextOf): Step | undefined {
  const text = stringOf(node, textOf)
  return text ? { text, from: node.from + 1, to: node.to - 1, isPath: true } : undefined
}
