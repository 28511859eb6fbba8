import type { Operation } from '@wxpay-live/compiler/model'
import { nearestName } from '@wxpay-live/client/names'
import { findingsOf, type Finding } from '@wxpay-live/sandbox/check'
import type { RunnableLanguage } from '../session/types.ts'
import { addMissing } from './add-missing.ts'
import { draftOf, spanOf } from './draft.ts'
import type { Member, Span } from './literal.ts'
import type { RequestCall } from './request-calls.ts'

/** What is wrong at a place of the code. */
export interface Mark extends Span {
  message: string
  /** What mends it: the right spelling of a name, without quotes, or a missing member. */
  fix?: Span & { label: string, insert: string }
}

/** The options that hold parts of a request. */
const parts = ['json', 'query', 'headers', 'body']

/** Finds what the sandbox would refuse in a call. Expressions that are not literals are left alone. */
export function marksOf(
  call: RequestCall, operation: Operation, text: string, language: RunnableLanguage,
): Mark[] {
  const draft = draftOf(call)
  const isOpen = ({ source, pointer }: { source: string, pointer: string }) => draft.isOpen(`/${source}${pointer}`)
  const findings = findingsOf(operation, draft.request, isOpen)
  return [
    ...findings.map((finding) => {
      const mark = markOf(finding, spanOf(finding.location, draft, call, partOf(finding)), text)
      const isMisspelt = findings.some(other => corrects(other, finding))
      const isMissing = !draft.literals.has(finding.location) && !isMisspelt
      const addition = isMissing && addMissing(finding.location, operation, draft, text, language)
      return addition ? { ...mark, fix: { label: `补上 ${nameIn(finding.location)}`, ...addition } } : mark
    }),
    ...misspeltOptions(call, operation, text),
  ]
}

/** A name that the tables lack is wrong itself, otherwise its value is. */
const partOf = ({ suggestion }: Finding) => suggestion === undefined ? 'value' : 'key'

/** Whether the right spelling of one finding is what the other misses. */
const corrects = ({ location, suggestion }: Finding, missing: Finding) => (
  location.replace(/[^/]*$/, suggestion ?? '') === missing.location
)

/** The name at the end of a location. */
const nameIn = (location: string) => location === '/body' ? 'json' : location.slice(location.lastIndexOf('/') + 1)

function markOf({ location, issue, suggestion }: Finding, span: Span, text: string): Mark {
  const shown = location.startsWith('/body/') ? location.slice('/body/'.length) : nameIn(location)
  const message = `${shown.replaceAll('/', '.')}：${issue}`
  return suggestion ? renaming(span, message, suggestion, text) : { ...span, message }
}

function renaming({ from, to }: Span, message: string, name: string, text: string): Mark {
  const quote = /['"]/.test(text[from] ?? '') ? 1 : 0
  return { from, to, message: `${message}，是不是 ${name}？`, fix: { label: `改为 ${name}`, from: from + quote, to: to - quote, insert: name } }
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
