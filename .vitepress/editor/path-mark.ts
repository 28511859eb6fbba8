import { nearestName, stepToPath } from '@wxpay-live/client/names'
import type { ListedOperation } from '../catalog/load-part.ts'
import type { Mark } from './marks.ts'
import type { RequestCall } from './request-calls.ts'
import { pathToStep } from './path-to-step.ts'

/**
 * Marks a call of an operation that the pages do not have, if they have one of a similar path, or of the same with another
 * method.
 *
 * @param operations those that may be meant
 */
export function pathMark(
  { method, path, steps, name }: RequestCall, operations: ListedOperation[], text: string,
): Mark | undefined {
  // A variable may hold the beginning of a chain; the rest of the chain is not a path.
  const root = rootOf(path)
  if (!/^v\d/i.test(root) && !operations.some(operation => rootOf(operation.path) === root)) return undefined
  const [other] = operations.filter(operation => operation.path === path)
  if (other) {
    const insert = text.slice(name.from, name.to).replace(/^[a-z]+/, other.method.toLowerCase())
    return { ...name, message: `这个接口不支持 ${method}，请用 ${other.method}`, fix: { ...name, label: `改为 ${insert}`, insert } }
  }
  const others = operations.filter(operation => operation.method === method)
  const nearest = nearestName(path, others.map(operation => operation.path))
  if (!nearest) return undefined
  const message = `没有接口 ${method} ${path}，是不是 ${nearest}？`
  const segments = nearest.slice(1).split('/')
  let at = 0
  for (const { text, isPath, from, to } of steps) {
    const written = stepToPath(text)
    const end = at + written.split('/').length
    const right = segments.slice(at, end).join('/')
    at = end
    if (right === written) continue
    const insert = isPath ? right : pathToStep(right)
    const isSame = steps.length > 1 || segments.length === end
    return { from, to, message, ...isSame && { fix: { from, to, label: `改为 ${insert}`, insert } } }
  }
  return { ...name, message }
}

/** The first segment of a path. */
const rootOf = (path: string) => path.split('/')[1] ?? ''
