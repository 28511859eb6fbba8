import { didYouMean } from '../did-you-mean.ts'
import { ArgumentError } from '../errors/argument-error.ts'
import { stepToPath } from './step-to-path.ts'
import type { Wxpay } from './wxpay.ts'

const verbs = ['get', 'post', 'put', 'patch', 'delete']
const calls = verbs.flatMap(verb => [verb, `${verb}Async`])
/** JavaScript calls these to convert an object to text; no path of the API has such a segment. */
const casts = ['toJSON', 'toString', 'valueOf']

/** Sends a request to a path template. */
export type Send = (call: { method: string, async: boolean, template: string, options: unknown }) => unknown

/** The root of a chain, which collects steps until one of them is called as a verb. Only the root has members. */
export function createChain<Members extends object>(send: Send, members: Members): Wxpay & Members {
  // The only cast of the chain: TypeScript cannot describe a Proxy around a function.
  return node(send, members, []) as Wxpay & Members
}

function node(send: Send, members: object, steps: string[]): unknown {
  return new Proxy(() => {}, {
    get: (_, step) => {
      // A chain is not a promise and has no well-known symbols.
      if (step === 'then' || typeof step === 'symbol') return undefined
      if (casts.includes(step)) return () => templateOf(steps)
      if (steps.length === 0 && Object.hasOwn(members, step)) return Reflect.get(members, step)
      return node(send, members, [...steps, step])
    },
    apply: (_, __, [argument]: unknown[]) => {
      const parents = steps.slice(0, -1)
      const last = steps.at(-1) ?? ''
      if (last === 'chain') return node(send, members, [...parents, pathArgument(argument)])
      if (!calls.includes(last)) {
        throw new TypeError(`${['wxpay', ...steps].join('.')} is not a function; ${helpFor(last, steps, members)}`)
      }
      const verb = last.replace('Async', '')
      return send({
        method: verb.toUpperCase(), async: verb !== last, template: templateOf(parents), options: argument,
      })
    },
    set: () => false,
    defineProperty: () => false,
  })
}

const templateOf = (steps: string[]) => `/${steps.map(stepToPath).join('/').replace(/^\//, '')}`

function helpFor(last: string, [first = '']: string[], members: object): string {
  return didYouMean(last, [...calls, 'chain']) ?? didYouMean(first, Object.keys(members))
    ?? `end the chain with ${verbs.join(', ')} or …Async`
}

function pathArgument(path: unknown): string {
  if (typeof path === 'string' && path !== '') return path
  throw new ArgumentError('path', 'expected a path such as \'v3/pay/transactions/jsapi\'')
}
