import {
  snippet, type Completion, type CompletionContext, type CompletionResult, type CompletionSource,
} from '@codemirror/autocomplete'
import { syntaxTree } from '@codemirror/language'
import type { Field } from '@wxpay-live/compiler/model'
import { chainBefore, pathBefore, stepsAfter } from './chain-steps.ts'
import { completionPlace, type CompletionPlace } from './completion-place.ts'
import { descriptionOf, summaryOf } from './field-text.ts'
import type { Member } from './literal.ts'
import { listOperations, operationOf } from './operation-of.ts'
import { requestCalls } from './request-calls.ts'

/** How a language writes members. */
export interface MemberSyntax {
  name: (name: string) => string
  sign: string
  object: [open: string, close: string]
}

/** Creates what completes the chain of an operation, and the members and values of its request from the tables. */
export function completions(syntax: MemberSyntax): CompletionSource {
  return context => complete(context, syntax)
}

async function complete(context: CompletionContext, syntax: MemberSyntax): Promise<CompletionResult | null> {
  const chain = context.matchBefore(chainBefore)
  return chain ? completeStep(context, chain.text) : completeMember(context, syntax)
}

async function completeStep({ pos }: CompletionContext, chain: string): Promise<CompletionResult> {
  const [typed = ''] = /\w*$/.exec(chain) ?? []
  const options = stepsAfter(pathBefore(chain), await listOperations())
  return { from: pos - typed.length, options, validFor: /^\w*$/ }
}

async function completeMember(
  context: CompletionContext, syntax: MemberSyntax,
): Promise<CompletionResult | null> {
  const { state, pos, explicit } = context
  const call = requestCalls(syntaxTree(state), state.doc.toString())
    .find(({ argument }) => argument && argument.from < pos && pos < argument.to)
  const operation = call && await operationOf(call)
  const place = operation && call.argument && completionPlace(operation, call.argument, pos)
  if (!place) return null
  const typed = context.matchBefore(/['"]?[\w-]*/)
  const from = typed?.from ?? pos
  if (!explicit && from === pos) return null
  const opening = state.sliceDoc(from, from + 1)
  const isQuoted = /['"]/.test(opening)
  const to = isQuoted && state.sliceDoc(pos, pos + 1) === opening ? pos + 1 : pos
  const options = place.kind === 'name' ? names(place, syntax) : values(place.field, isQuoted ? opening : '\'')
  // A quote is compared too, so that the list can be filtered by what follows it.
  const filtered = options.map(option => isQuoted ? { ...option, label: opening + option.label } : option)
  return options.length ? { from, to, options: filtered, validFor: /^['"]?[\w-]*$/ } : null
}

type Names = Extract<CompletionPlace, { kind: 'name' }>

function names({ fields, members, renames }: Names, syntax: MemberSyntax): Completion[] {
  const taken = members.filter(member => member !== renames).map(({ name }) => name)
  const free = fields.filter(({ name }, index) => (
    !taken.includes(name) && fields.findIndex(other => other.name === name) === index
  ))
  return free.map((field, index) => ({
    label: field.name,
    detail: summaryOf(field),
    info: descriptionOf(field),
    type: 'property',
    boost: (field.required ? 50 : 0) - index / 10,
    apply: isWritten(renames) ? syntax.name(field.name) : snippet(template(field, syntax)),
  }))
}

/** Whether a member has its value already. */
const isWritten = (member: Member | undefined) => member !== undefined && member.value.from > 0

function template(field: Field, { name, sign, object: [open, close] }: MemberSyntax): string {
  const value = () => {
    if (field.type.endsWith('[]')) return '[\n\t${}\n]'
    if (field.type === 'object') return `${open}\n\t\${}\n${close}`
    return field.type === 'string' ? '\'${}\'' : '${}'
  }
  return `${name(field.name)}${sign}${value()},`
}

function values({ type, enum: declared = [] }: Field, quote: string): Completion[] {
  if (type === 'boolean') return ['true', 'false'].map(label => ({ label, type: 'constant' }))
  return declared.map((value, index) => ({
    label: value,
    type: 'constant',
    boost: -index,
    apply: type.startsWith('string') ? quote + value + quote : value,
  }))
}
