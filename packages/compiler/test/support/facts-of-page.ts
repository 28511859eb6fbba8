import type { Field, Notification, Operation } from '../../src/index.ts'
import { roleNames } from '../../../../scripts/facts/facts.ts'
import type { Fact, OperationFacts } from './facts.ts'

/** Writes a tree of fields as facts. */
function rowsOf(fields: Field[], indent = 0): Fact[] {
  return fields.flatMap((field) => {
    const { name, type, required, children = [], enum: values, encrypted, encoded, alt } = field
    const { minLength: min, maxLength: max, pattern, when } = field
    const flags = {
      ...(encrypted && { encrypted }),
      ...(encoded === 'json' && { encoded }),
      ...(values && { enum: values }),
      ...(alt && { alt }),
      ...(min !== undefined && { min }),
      ...(max !== undefined && { max }),
      ...(pattern && { pattern }),
      ...(when && { when }),
    }
    const row: Fact = [name, type, required ? 1 : 0, indent]
    if (Object.keys(flags).length) row.push(flags)
    return [row, ...rowsOf(children, indent + 1)]
  })
}

/** Writes the request table of an operation as facts, with the groups in the order of `order`. */
function requestOf({ request }: Operation, order: Fact[]): Fact[] {
  const { path, query, headers, json, body, baseUri, requiredGroups = [] } = request
  const group = (name: 'query' | 'headers', fields: Field[]): Fact[] => {
    const row: Fact = [name, 'object', requiredGroups.includes(name) ? 1 : 0, 0]
    return fields.length ? [row, ...rowsOf(fields, 1)] : []
  }
  const tops = [
    ...path.map(field => rowsOf([field])), group('query', query), group('headers', headers),
    ...[json, body, baseUri].map(field => field ? rowsOf([field]) : []),
  ].filter(rows => rows.length)
  const names = order.filter(([,,, indent]) => !indent).map(([name]) => name)
  return tops.sort(([a], [b]) => names.indexOf(a![0]) - names.indexOf(b![0])).flat()
}

/** Writes a compiled operation as facts, with the groups in the order of `request`. */
export function factsOfOperation(operation: Operation, request: Fact[] = []) {
  const { method, path, title, references, baseUri, accepts, returns, status, response } = operation
  const { roles, rate, counterpart, errors } = operation
  return {
    verb: method,
    path: path.startsWith('/') ? path : null,
    title,
    docs: references,
    base_uri: baseUri,
    accepts,
    returns,
    status,
    request: requestOf(operation, request),
    response: rowsOf(response),
    roles: roles && Object.entries(roleNames).flatMap(([role, name]) => roles.includes(name) ? role : []),
    rate,
    counterpart,
    errors: errors?.map(({ status, code }) => [status, code]),
  }
}

/** Fills in the facts that `fact` omits, in the form of {@link factsOfOperation}. */
export function allOf(fact: OperationFacts): ReturnType<typeof factsOfOperation> {
  const { title, path, docs = [], base_uri, accepts, returns, status, request = [], response = [] } = fact
  const { roles, rate, counterpart, errors } = fact
  const verb = fact.verb as Operation['method']
  const terms = { roles, rate, counterpart, errors }
  return { verb, path, title, docs, base_uri, accepts, returns, status, request, response, ...terms }
}

/** Writes a compiled notification as facts. */
export function factsOfNotification(notification: Notification) {
  const { event, title, headers, body, resource, alternatives, forms, answer, references } = notification
  return {
    event,
    title,
    resource: rowsOf(resource),
    docs: references,
    envelope: [
      ['headers', 'object', 1, 0], ...rowsOf(headers, 1), ['body', 'object', 1, 0], ...rowsOf(body, 1),
    ] satisfies Fact[],
    alternatives: alternatives?.map(fields => rowsOf(fields)),
    forms: forms?.map(name => ({ name })),
    answer: answer && rowsOf(answer),
  }
}
