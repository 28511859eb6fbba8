import type { JsonValue } from '@wxpay-live/compiler/model'
import type { DraftRequest } from '@wxpay-live/sandbox/check'
import type { Literal, Member, Span } from './literal.ts'
import type { RequestCall } from './request-calls.ts'

/** A location in a request, as findings name it: `/body/amount/total`. */
type Address = string

/** A request as far as the code of a call tells it. */
export interface Draft {
  request: DraftRequest
  /** Whether a value may be anything. */
  isOpen: (address: Address) => boolean
  /** Members by their location. */
  members: Map<Address, Member>
  /** Literals by their location; the options of the call have an empty one. */
  literals: Map<Address, Literal>
}

/** Reads the request that a call will send. */
export function draftOf({ argument }: RequestCall): Draft {
  const options = argument?.kind === 'object' ? argument.members : []
  const members = new Map<Address, Member>()
  const literals = new Map<Address, Literal>(argument && [['', argument]])
  const open = new Set<Address>()
  /** Objects that may have more members. */
  const extensible = new Set<Address>()
  const whole = argument !== undefined && (argument.kind !== 'object' || argument.open)

  function valueOf(literal: Literal, at: Address): JsonValue {
    literals.set(at, literal)
    if (literal.kind === 'value') return literal.value
    if (literal.kind === 'list') return literal.items.map((item, index) => valueOf(item, `${at}/${index}`))
    if (literal.kind !== 'object') {
      open.add(at)
      return null
    }
    if (literal.open) extensible.add(at)
    return Object.fromEntries(literal.members.map((member) => {
      const address = `${at}/${member.name}`
      members.set(address, member)
      return [member.name, valueOf(member.value, address)]
    }))
  }

  function textsOf(member: Member, at: Address): string[] {
    members.set(at, member)
    const value = valueOf(member.value, at)
    // Examples leave path variables empty: the runner fills them.
    if (value === '' && at.startsWith('/uri_template')) open.add(at)
    return (Array.isArray(value) ? value : [value]).map(String)
  }

  const request: DraftRequest = { path: {}, query: {}, body: undefined }
  for (const member of options) {
    if (member.name === 'json') {
      members.set('/body', member)
      request.body = valueOf(member.value, '/body')
    } else if (member.name === 'query') {
      members.set('/query', member)
      literals.set('/query', member.value)
      if (member.value.kind !== 'object' || member.value.open) extensible.add('/query')
      const parameters = member.value.kind === 'object' ? member.value.members : []
      for (const parameter of parameters) request.query[parameter.name] = textsOf(parameter, `/query/${parameter.name}`)
    } else {
      const [text = ''] = textsOf(member, `/uri_template/${member.name}`)
      request.path[member.name] = text
    }
  }
  return {
    request,
    members,
    literals,
    isOpen(address) {
      const parent = address.slice(0, address.lastIndexOf('/'))
      if (open.has(address)) return true
      return !members.has(address) && (extensible.has(parent) || (whole && isTop(address)))
    },
  }
}

/** Whether the options themselves, or the members of the query, would hold a value. */
const isTop = (address: Address) => address === '/body' || /^\/(?:uri_template|query)\//.test(address)

/** Where a location is in the code: the name or the value of its member, or else of the nearest one around it. */
export function spanOf(address: Address, { members }: Draft, call: RequestCall, part: 'key' | 'value'): Span {
  for (let at = address; at; at = at.slice(0, at.lastIndexOf('/'))) {
    const member = members.get(at)
    if (member) return at === address && part === 'value' ? member.value : member.key
  }
  return call.name
}
