import { syntaxTree } from '@codemirror/language'
import { linter, type Diagnostic } from '@codemirror/lint'
import type { EditorView } from '@codemirror/view'
import { marksOf, type Mark } from './marks.ts'
import { operationOf } from './operation-of.ts'
import { requestCalls } from './request-calls.ts'

/** Marks what the sandbox would refuse, while the code is written. */
export const check = linter(async ({ state }) => {
  const text = state.doc.toString()
  const calls = requestCalls(syntaxTree(state), text)
  const marks = await Promise.all(calls.map(async (call) => {
    const operation = await operationOf(call)
    return operation ? marksOf(call, operation, text) : []
  }))
  return marks.flat().map(toDiagnostic)
}, { delay: 400 })

function toDiagnostic({ from, to, message, fix }: Mark): Diagnostic {
  const rename = fix && {
    name: `改为 ${fix.name}`,
    // The code may have moved since.
    apply: (view: EditorView, start: number, end: number) => view.dispatch({
      changes: { from: start + fix.from - from, to: end + fix.to - to, insert: fix.name },
      userEvent: 'input.complete',
    }),
  }
  return { from, to, message, severity: 'error', ...rename && { actions: [rename] } }
}
