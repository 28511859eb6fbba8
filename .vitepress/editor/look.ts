import { EditorView } from '@codemirror/view'

/** The measures of the static code in `styles/code-editor.css`, so that nothing moves when the editor takes its place. */
export const look = EditorView.theme({
  '&': { backgroundColor: 'transparent', color: 'var(--vp-c-text-1)' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { font: 'inherit', lineHeight: 'inherit' },
  '.cm-content': { padding: '1rem 0', color: 'var(--code-text)', caretColor: 'var(--vp-c-text-1)' },
  '.cm-line': { padding: '0 1rem 0 0.75rem' },
  '.cm-gutters': { border: 0, backgroundColor: 'var(--vp-code-block-bg)', color: 'var(--vp-c-text-2)' },
  '.cm-lineNumbers .cm-gutterElement': { padding: '0 0 0 0.75rem', minWidth: 0 },
  '.cm-content ::selection': { backgroundColor: 'var(--code-selection)' },
  '&.cm-focused .cm-matchingBracket, .cm-matchingBracket': {
    backgroundColor: 'var(--vp-c-default-soft)', outline: '1px solid var(--vp-c-divider)',
  },
  '.cm-nonmatchingBracket': { color: 'inherit' },
  '.cm-searchMatch': { backgroundColor: 'var(--code-match)' },
  '.cm-searchMatch-selected': { outline: '2px solid var(--vp-c-brand-1)' },
  '.cm-selectionMatch': { backgroundColor: 'var(--vp-c-default-soft)' },
  '.cm-panels': { backgroundColor: 'var(--vp-c-bg-soft)', color: 'var(--vp-c-text-1)', fontFamily: 'var(--vp-font-family-base)' },
  '.cm-panels-bottom': { borderTop: '1px solid var(--vp-c-divider)' },
  '.cm-panel.cm-search input, .cm-panel.cm-search button, .cm-textfield, .cm-button': {
    border: '1px solid var(--vp-c-border)',
    borderRadius: '0.25rem',
    backgroundColor: 'var(--vp-c-bg)',
    backgroundImage: 'none',
    fontSize: '0.8125rem',
    color: 'inherit',
  },
  '.cm-panel.cm-search label': { fontSize: '0.8125rem' },
  '.cm-tooltip': {
    border: '1px solid var(--vp-c-divider)',
    borderRadius: '0.375rem',
    backgroundColor: 'var(--vp-c-bg-elv)',
    boxShadow: 'var(--vp-shadow-3)',
    fontSize: '0.8125rem',
    color: 'var(--vp-c-text-1)',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': { maxHeight: '15em', fontFamily: 'var(--vp-font-family-mono)' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { padding: '0.125rem 0.5rem', lineHeight: '1.5rem' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    backgroundColor: 'var(--vp-c-brand-soft)', color: 'var(--vp-c-text-1)',
  },
  '.cm-completionMatchedText': { textDecoration: 'none', fontWeight: '700' },
  '.cm-completionDetail': { fontStyle: 'normal', color: 'var(--vp-c-text-2)' },
  '.cm-tooltip.cm-completionInfo': { padding: '0.5rem 0.75rem', fontFamily: 'var(--vp-font-family-base)', lineHeight: '1.5' },
  '.cm-diagnostic': { padding: '0.375rem 0.75rem', fontFamily: 'var(--vp-font-family-base)', lineHeight: '1.5' },
  '.cm-diagnostic-error': { borderLeftColor: 'var(--vp-c-danger-1)' },
  '.cm-diagnosticAction': {
    border: '1px solid var(--vp-c-border)', backgroundColor: 'var(--vp-c-bg)', font: 'inherit', color: 'var(--vp-c-brand-1)',
  },
})
