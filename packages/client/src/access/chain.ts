import { ArgumentError } from '../errors/argument-error.ts'
import { stepToPath } from './step-to-path.ts'
import type { Wxpay } from './wxpay.ts'

const verbs = ['get', 'post', 'put', 'patch', 'delete']
/** What JavaScript calls to make a text of an object; no path of the API has such a segment. */
const casts = ['toJSON', 'toString', 'valueOf']
const verbPattern = new RegExp(`^(${verbs.join('|')})(Async)?$`)

/** Sends to a path template. */
export type Send = (call: { method: string, async: boolean, template: string, options: unknown }) => unknown

/** The root of a chain: collects steps until one of them is called as a verb. Only the root has members of its own. */
export function createChain<Members extends object>(send: Send, members: Members): Wxpay & Members {
  // The one place where the type is claimed instead of proven: no type says what a Proxy makes of a function.
  return node(send, [], members) as Wxpay & Members
}

function node(send: Send, steps: string[], members: object = {}): unknown {
  return new Proxy(() => {}, {
    get: (_, step) => {
      // A chain is not a promise, nor anything else a symbol asks for.
      if (step === 'then' || typeof step === 'symbol') return undefined
      if (casts.includes(step)) return () => templateOf(steps)
      return Object.hasOwn(members, step) ? Reflect.get(members, step) : node(send, [...steps, step])
    },
    apply: (_, __, [argument]: unknown[]) => {
      const parents = steps.slice(0, -1)
      const last = steps.at(-1) ?? ''
      if (last === 'chain') return node(send, [...parents, pathArgument(argument)])
      const [, verb, async] = verbPattern.exec(last) ?? []
      if (!verb) throw new TypeError(`${nameOf(steps)} is not a function; end the chain with ${verbs.join(', ')} or …Async`)
      const template = templateOf(parents)
      return send({ method: verb.toUpperCase(), async: Boolean(async), template, options: argument })
    },
    set: () => false,
    defineProperty: () => false,
  })
}

const templateOf = (steps: string[]) => `/${steps.map(stepToPath).join('/').replace(/^\//, '')}`

const nameOf = (steps: string[]) => ['wxpay', ...steps].join('.')

function pathArgument(path: unknown): string {
  if (typeof path === 'string' && path !== '') return path
  throw new ArgumentError('path', 'chain() takes a path such as \'v3/pay/transactions/jsapi\'')
}
