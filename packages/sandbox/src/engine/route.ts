import type { Catalog, Operation } from '@wxpay-live/compiler/model'
import { Refusal } from '../replies/refusal.ts'

/** Where a request leads. */
export interface Route {
  operation: Operation
  /** Variables of the path by name, percent-decoded. */
  path: Record<string, string>
}

/** Finds where a request leads. Throws a `Refusal` where it leads nowhere. */
type Router = (method: string, path: string) => Route

/** An operation, and the segments of the path where it is found. */
interface Place {
  operation: Operation
  template: string[]
}

/** One segment of the paths of a verb, and what may follow it. */
interface Segment {
  literals: Map<string, Segment>
  variable?: Segment
  place?: Place
}

/**
 * Indexes operations by the segments of their paths, so that finding one takes as long among a thousand as among ten.
 *
 * A literal segment wins over a variable. Of operations with one shape the first is found. A trailing slash counts.
 * An operation of an access point with a path of its own, such as `…/hk/`, is found there, and without it where no other
 * stands: the address of a local sandbox replaces the whole access point. An operation without a path of its own, since
 * another one answers its whole address, is found where its page is.
 */
export function createRouter(all: Operation[]): Router {
  const operations = all.map(located)
  const verbs = new Map<string, Segment>()
  for (const pathOf of [pathAtAccessPoint, ({ path }: Operation) => path]) {
    for (const operation of operations) {
      const template = pathOf(operation).split('/')
      const end = template.reduce(extend, getOrAdd(verbs, operation.method))
      end.place ??= { operation, template }
    }
  }
  return (method, path) => {
    const segments = path.split('/').map(decode)
    const place = find(verbs.get(method), segments)
    if (place) return { operation: place.operation, path: variables(place.template, segments) }
    throw refusal(method, path, [...verbs.keys()].filter(verb => find(verbs.get(verb), segments)))
  }
}

/**
 * Routes by a catalog, or by parts of one that are loaded when a path asks for them; each part is indexed once, so
 * `load` has to answer the same object for paths of one part.
 */
export function routeBy(
  catalog: Catalog | ((path: string) => Promise<Catalog>),
): (method: string, path: string) => Promise<Route> {
  const load = typeof catalog === 'function' ? catalog : () => catalog
  const routers = new WeakMap<Catalog, Router>()
  return async (method, path) => {
    const part = await load(path)
    const route = routers.get(part) ?? createRouter(part.operations)
    routers.set(part, route)
    return route(method, path)
  }
}

function located(operation: Operation): Operation {
  const { path, page, request } = operation
  return path.startsWith('/')
    ? operation
    : { ...operation, path: page.replace(/^openapi/, ''), request: { ...request, path: [] } }
}

const pathAtAccessPoint = ({ baseUri = '', path }: Operation) =>
  (URL.canParse(baseUri) ? new URL(baseUri).pathname.replace(/\/$/, '') : '') + path

function extend(segment: Segment, text: string): Segment {
  return isVariable(text) ? segment.variable ??= emptySegment() : getOrAdd(segment.literals, text)
}

function getOrAdd(segments: Map<string, Segment>, key: string): Segment {
  const segment = segments.get(key) ?? emptySegment()
  segments.set(key, segment)
  return segment
}

function find(segment: Segment | undefined, segments: string[], index = 0): Place | undefined {
  const text = segments[index]
  if (!segment || text === undefined) return segment?.place
  return find(segment.literals.get(text), segments, index + 1)
    ?? (text ? find(segment.variable, segments, index + 1) : undefined)
}

function variables(template: string[], segments: string[]): Record<string, string> {
  return Object.fromEntries(template.flatMap((text, index) =>
    isVariable(text) ? [[text.slice(1, -1), segments[index] ?? '']] : []))
}

function refusal(method: string, path: string, allowed: string[]): Refusal {
  if (!allowed.length) {
    return new Refusal(404, { code: 'RESOURCE_NOT_EXISTS', message: `接口不存在：${path}` })
  }
  const allow = allowed.join(', ')
  const message = `接口 ${path} 不支持 ${method} 方法，请使用 ${allow}`
  return new Refusal(405, { code: 'INVALID_REQUEST', message }, { Allow: allow })
}

const emptySegment = (): Segment => ({ literals: new Map() })

const isVariable = (text: string) => text.startsWith('{')

/** A malformed escape stays as it stands. */
function decode(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}
