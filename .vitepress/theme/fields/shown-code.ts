import type { RunnableLanguage } from '../../session/types.ts'

/** The code that an example shows, for the tables beside it. */
export interface ShownCode {
  language: RunnableLanguage
  text: () => string
  replace: (text: string) => void
  /** Marks a line, counted from 1, and brings it into view; undefined marks none. */
  mark: (line: number | undefined) => void
}

const shown = new Map<Element, ShownCode>()

/** Registers the code of an example's element; returns what ends that. */
export function showCode(example: Element, code: ShownCode): () => void {
  shown.set(example, code)
  return () => { if (shown.get(example) === code) shown.delete(example) }
}

/** The code of the example beside an element of an operation; undefined if it cannot be edited, or is for a notification. */
export function codeBeside(element: Element): ShownCode | undefined {
  const example = element.closest('.operation:not(.notification)')?.querySelector('.operation-example [data-example]')
  return example ? shown.get(example) : undefined
}
