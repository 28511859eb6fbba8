import type { Catalog, Operation } from '@wxpay-live/compiler/model'
import { Refusal } from '../replies/refusal.ts'
import { decodePercent } from '../values/percent.ts'

/** The operation of a request. */
export interface Route {
  operation: Operation
  /** Path variables by name, percent-decoded. */
  path: Record<string, string>
}

/** Finds the operation of a request; throws a `Refusal` for an unknown one. */
type Router = (method: string, path: string) => Route

/** An operation, and the segments of the path that leads to it. */
interface Entry {
  operation: Operation
  template: string[]
}

/** A segment of the paths of a method, and the segments that may follow it. */
interface Segment {
  literals: Map<string, Segment>
  variable?: Segment
  entries: Entry[]
}

/**
 * Indexes operations by the segments of their paths, so that a lookup takes as long among a thousand as among ten.
 *
 * A literal segment wins over a variable. Of operations with the same path shape, the first wins, unless the path is the
 * template of another: two can differ in the name of a variable only. A trailing slash counts.
 * An operation of an access point with a path, such as `…/hk/`, is found with that path, and also without it unless
 * another operation has that address: the address of a local sandbox replaces the whole access point. An operation
 * without a path, because another operation returns its address, is found at the path of its page, with any query.
 */
export function createRouter(all: Operation[]): Router {
  const operations = all.map(withPath)
  const methods = new Map<string, Segment>()
  for (const pathOf of [pathAtAccessPoint, ({ path }: Operation) => path]) {
    for (const operation of operations) {
      const template = pathOf(operation).split('/')
      const end = template.reduce(extend, getOrAdd(methods, operation.method))
      if (end.entries.at(-1)?.operation !== operation) end.entries.push({ operation, template })
    }
  }
  return (method, path) => {
    const segments = path.split('/').map(decodePercent)
    const entry = find(methods.get(method), segments)
    if (entry) return { operation: entry.operation, path: variables(entry.template, segments) }
    throw routeRefusal(method, path, [...methods.keys()].filter(other => find(methods.get(other), segments)))
  }
}

/**
 * Routes by a catalog, or by parts of it that load when a path needs them. Each part is indexed once, so `catalog` must
 * return the same object for all paths of a part.
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

function withPath(operation: Operation): Operation {
  const { path, page, request } = operation
  return path.startsWith('/')
    ? operation
    : { ...operation, path: page.replace(/^openapi/, ''), request: { ...request, path: [] }, tolerates: true }
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

function find(segment: Segment | undefined, segments: string[], index = 0): Entry | undefined {
  const text = segments[index]
  if (!segment || text === undefined) return segment && choose(segment.entries, segments)
  return find(segment.literals.get(text), segments, index + 1)
    ?? (text ? find(segment.variable, segments, index + 1) : undefined)
}

/** Chooses the entry whose template is the very path, or the first. */
function choose(entries: Entry[], segments: string[]): Entry | undefined {
  if (entries.length < 2) return entries[0]
  const path = segments.join('/')
  return entries.find(({ template }) => template.join('/') === path) ?? entries[0]
}

function variables(template: string[], segments: string[]): Record<string, string> {
  return Object.fromEntries(template.flatMap((text, index) =>
    isVariable(text) ? [[text.slice(1, -1), segments[index] ?? '']] : []))
}

function routeRefusal(method: string, path: string, allowed: string[]): Refusal {
  if (/^\/v3\/transfer\/batches(\/|$)/.test(path)) {
    return new Refusal(403, { code: 'NO_AUTH', message: supersededTransfer })
  }
  if (!allowed.length) {
    return new Refusal(404, { code: 'RESOURCE_NOT_EXISTS', message: `接口不存在：${path}` })
  }
  const allow = allowed.join(', ')
  const message = `接口 ${path} 不支持 ${method} 方法，请使用 ${allow}`
  return new Refusal(405, { code: 'INVALID_REQUEST', message }, { Allow: allow })
}

/** Since 2025 the older transfers are refused like this: wechatpay-java#353, yansongda/pay#1126. */
const supersededTransfer = '当前商户号接入升级版本功能，暂不支持使用升级前功能，请改用 /v3/fund-app/mch-transfer/transfer-bills'

const emptySegment = (): Segment => ({ literals: new Map(), entries: [] })

const isVariable = (text: string) => text.startsWith('{')
