import type { Operation } from '@wxpay-live/compiler/model'
import { nearestName } from '@wxpay-live/client/names'
import { findingsOf, type Finding } from '@wxpay-live/sandbox/check'
import { draftOf, spanOf } from './draft.ts'
import type { Member, Span } from './literal.ts'
import type { RequestCall } from './request-calls.ts'

/** What is wrong at a place of the code. */
export interface Mark extends Span {
  message: string
  /** The right spelling of a misspelt name, and the range to replace, without quotes. */
  fix?: Span & { name: string }
}

/** The options that hold parts of a request. */
const parts = ['json', 'query', 'headers', 'body']

/** Finds what the sandbox would refuse in a call. Expressions that are not literals are left alone. */
export function marksOf(call: RequestCall, operation: Operation, text: string): Mark[] {
  const draft = draftOf(call)
  const isOpen = ({ source, pointer }: { source: string, pointer: string }) => draft.isOpen(`/${source}${pointer}`)
  const findings = findingsOf(operation, draft.request, isOpen)
  return [
    ...findings.map(finding => markOf(finding, spanOf(finding.location, draft, call, partOf(finding)), text)),
    ...misspeltOptions(call, operation, text),
  ]
}

/** A name that the tables lack is wrong itself, otherwise its value is. */
const partOf = ({ suggestion }: Finding) => suggestion === undefined ? 'value' : 'key'

function markOf({ location, issue, suggestion }: Finding, span: Span, text: string): Mark {
  const name = location.slice(location.lastIndexOf('/') + 1)
  const shown = location.startsWith('/body') ? location.slice('/body/'.length) || 'json' : name
  const message = `${shown.replaceAll('/', '.')}：${issue}`
  return suggestion ? renaming(span, message, suggestion, text) : { ...span, message }
}

function renaming({ from, to }: Span, message: string, name: string, text: string): Mark {
  const quote = /['"]/.test(text[from] ?? '') ? 1 : 0
  return { from, to, message: `${message}，是不是 ${name}？`, fix: { from: from + quote, to: to - quote, name } }
}

/** The client refuses options that it does not know; here only those near a known one are sure to be wrong. */
function misspeltOptions({ argument }: RequestCall, { request }: Operation, text: string): Mark[] {
  if (argument?.kind !== 'object') return []
  const known = [...request.path.map(({ name }) => name), ...parts]
  return argument.members.flatMap(({ name, key }: Member) => {
    const nearest = known.includes(name) ? undefined : nearestName(name, known)
    return nearest ? [renaming(key, `${name}：客户端没有这个选项`, nearest, text)] : []
  })
}
