import { toProperties } from '../path/chain.ts'

/** One step from the client to an operation; each language has its own syntax for it. */
export type Step
  = | { kind: 'property', name: string }
    | { kind: 'chain', path: string }
    | { kind: 'index', path: string }

/** A style of writing a request. */
export interface Style {
  label: string
  /** Whether the call blocks until it has the response; otherwise it returns a promise. */
  sync: boolean
  /** The steps that lead to a path template. */
  steps: (path: string) => Step[]
}

const byProperty = (path: string): Step[] => toProperties(path).map(name => ({ kind: 'property', name }))
const byChain = (path: string): Step[] => [{ kind: 'chain', path: path.replace(/^\//, '') }]
const byIndex = (path: string): Step[] => [{ kind: 'index', path: path.replace(/^\//, '') }]

/** All styles, in the order of the page's tabs. */
export const styles: Style[] = [
  { label: '异步纯链式', sync: false, steps: byProperty },
  { label: '异步声明式', sync: false, steps: byChain },
  { label: '异步属性式', sync: false, steps: byIndex },
  { label: '同步纯链式', sync: true, steps: byProperty },
  { label: '同步声明式', sync: true, steps: byChain },
  { label: '同步属性式', sync: true, steps: byIndex },
]
