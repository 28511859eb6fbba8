import { toProperties } from '../path/chain.ts'

/** One step from the client to the endpoint; every language has its own way to write each kind. */
export type Step
  = | { kind: 'property', name: string }
    | { kind: 'chain', path: string }
    | { kind: 'index', path: string }

/** A way to write a request. */
export interface Style {
  label: string
  /** Whether the call blocks until the response is there, or answers a promise. */
  sync: boolean
  /** The steps that lead to a path template. */
  steps: (path: string) => Step[]
}

const byProperty = (path: string): Step[] => toProperties(path).map(name => ({ kind: 'property', name }))
const byChain = (path: string): Step[] => [{ kind: 'chain', path: path.replace(/^\//, '') }]
const byIndex = (path: string): Step[] => [{ kind: 'index', path: path.replace(/^\//, '') }]

/** The styles of the reference, in the order of its tabs. */
export const styles: Style[] = [
  { label: '异步纯链式', sync: false, steps: byProperty },
  { label: '异步声明式', sync: false, steps: byChain },
  { label: '异步属性式', sync: false, steps: byIndex },
  { label: '同步纯链式', sync: true, steps: byProperty },
  { label: '同步声明式', sync: true, steps: byChain },
  { label: '同步属性式', sync: true, steps: byIndex },
]
