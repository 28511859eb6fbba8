import { autocompletion, closeBrackets, closeBracketsKeymap } from '@codemirror/autocomplete'
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands'
import { bracketMatching, forceParsing, indentOnInput, indentUnit, syntaxHighlighting, type Language } from '@codemirror/language'
import { lintKeymap } from '@codemirror/lint'
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search'
import { EditorState, type SelectionRange } from '@codemirror/state'
import { EditorView, highlightSpecialChars, keymap, lineNumbers } from '@codemirror/view'
import type { RunnableLanguage } from '../session/types.ts'
import { belowBars } from './below-bars.ts'
import { check } from './check.ts'
import { colours } from './colours.ts'
import { completions, type MemberSyntax } from './completions.ts'
import { look } from './look.ts'
import { phrases } from './phrases.ts'
import { replacement } from './replacement.ts'

/** What an editor starts with, and whom it tells. */
export interface EditorOptions {
  text: string
  languageId: RunnableLanguage
  language: Language
  syntax: MemberSyntax
  /** Id of the element that explains the keys. */
  keys: string
  /** Offsets in the text. */
  selection: Pick<SelectionRange, 'anchor' | 'head'>
  onChange: (text: string) => void
  onRun: () => void
}

/** An editor on the page. */
export interface Editor {
  dom: HTMLElement
  focus: () => void
  /** Replaces the text by another; it can be undone. */
  setText: (text: string) => void
  /** Call it when the editor is shown, for the first time with the pixels that the code is scrolled by. */
  show: (left?: number) => void
  destroy: () => void
}

/** Creates an editor, without a parent. */
export function createEditor(options: EditorOptions): Editor {
  const { text, languageId, language, syntax, keys, selection, onChange, onRun } = options
  const runs = { key: 'Mod-Enter', preventDefault: true, run: () => (onRun(), true) }
  const view = new EditorView({
    doc: text,
    selection,
    extensions: [
      keymap.of([
        runs, { ...runs, key: 'Ctrl-Enter' },
        ...closeBracketsKeymap, ...lintKeymap, ...searchKeymap, ...historyKeymap,
        indentWithTab, ...defaultKeymap,
      ]),
      lineNumbers(),
      history(),
      highlightSpecialChars(),
      language,
      syntaxHighlighting(colours),
      bracketMatching(),
      closeBrackets(),
      indentOnInput(),
      indentUnit.of('  '),
      EditorState.tabSize.of(2),
      autocompletion({ override: [completions(syntax)], icons: false }),
      check(languageId),
      search(),
      highlightSelectionMatches(),
      EditorState.phrases.of(phrases),
      EditorView.contentAttributes.of({
        'class': 'shiki', 'tabindex': '0', 'aria-label': '代码', 'aria-keyshortcuts': 'Control+Enter Meta+Enter', 'aria-describedby': keys,
      }),
      belowBars,
      look,
      EditorView.updateListener.of((update) => {
        if (update.docChanged) onChange(update.state.doc.toString())
      }),
    ],
  })
  // The first parse ends after 20 ms: on a slow machine the code would lose its colours for a moment.
  forceParsing(view, text.length)
  return {
    dom: view.dom,
    focus: () => view.focus(),
    setText(after) {
      const changes = replacement(view.state.doc.toString(), after)
      if (changes) view.dispatch({ changes, userEvent: 'input.replace' })
    },
    show(left = view.scrollDOM.scrollLeft) {
      view.requestMeasure()
      view.scrollDOM.scrollLeft = left
    },
    destroy: () => view.destroy(),
  }
}
