import type { Completion } from '@codemirror/autocomplete'
import { stepToPath } from '@wxpay-live/client/names'
import type { ListedOperation } from '../catalog/load-part.ts'
import { pathToStep } from './path-to-step.ts'

/** A chain before the caret, from its first step, such as `.v3.pay.tr` or `->v3->pay->tr`. */
export const chainBefore = /(?:\.|->)v3(?:(?:\.|->)\w+)*(?:\.|->)\w*$/

/** The path that a chain stands for without its last step, which is being written. */
export const pathBefore = (chain: string): string => (
  `/${chain.split(/\.|->/).slice(1, -1).map(stepToPath).join('/')}`
)

/** The steps that can follow a path, and the methods of the operation at it. */
export function stepsAfter(path: string, operations: ListedOperation[]): Completion[] {
  const below = operations.filter(operation => operation.path.startsWith(`${path}/`))
  const steps = Map.groupBy(below, operation => pathToStep(operation.path.slice(path.length + 1).split('/')[0]!))
  const methods = operations.filter(operation => operation.path === path)
  return [
    ...methods.flatMap(({ method, title }): Completion[] => ['Async', ''].map(ending => (
      { label: method.toLowerCase() + ending, detail: title, type: 'method', boost: ending ? 20 : 10 }
    ))),
    ...Array.from(steps, ([label, [first, ...others]]): Completion => (
      { label, type: 'property', ...!others.length && first && { detail: first.title } }
    )),
  ]
}
