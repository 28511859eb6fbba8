import { syntaxTree } from '@codemirror/language'
import { linter, type Diagnostic } from '@codemirror/lint'
import type { Extension } from '@codemirror/state'
import type { EditorView } from '@codemirror/view'
import type { RunnableLanguage } from '../session/types.ts'
import { marksOf, type Mark } from './marks.ts'
import { operationOf, operationsNear } from './operation-of.ts'
import { pathMark } from './path-mark.ts'
import { requestCalls } from './request-calls.ts'

/** Marks what the sandbox would refuse, while the code is written, and offers what mends it. */
export function check(language: RunnableLanguage): Extension {
  return linter(async ({ state }) => {
    const text = state.doc.toString()
    const calls = requestCalls(syntaxTree(state), text)
    const marks = await Promise.all(calls.map(async (call) => {
      const operation = await operationOf(call)
      if (operation) return marksOf(call, operation, text, language)
      return pathMark(call, await operationsNear(call.path), text) ?? []
    }))
    return marks.flat().map(mark => toDiagnostic(mark, text))
  }, { delay: 400 })
}

function toDiagnostic({ from, to, message, fix }: Mark, text: string): Diagnostic {
  const action = fix && {
    name: fix.label,
    apply(view: EditorView, start: number) {
      const [at, end] = [start + fix.from - from, start + fix.to - from]
      // The code may have moved since, or changed.
      if (view.state.sliceDoc(at, end) !== text.slice(fix.from, fix.to)) return
      view.dispatch({ changes: { from: at, to: end, insert: fix.insert }, userEvent: 'input.complete' })
    },
  }
  return { from, to, message, severity: 'error', ...action && { actions: [action] } }
}
