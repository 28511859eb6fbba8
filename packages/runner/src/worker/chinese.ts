import { sentences } from './sentences.ts'

/** Translates a sentence of the client, and sentences within it; keeps what has no translation. */
export function inChinese(english: string): string {
  for (const [pattern, chinese] of sentences) {
    const groups = pattern.exec(english)
    if (groups) return chinese.replace(/\$(\d)/g, (_, index: string) => inChinese(groups[Number(index)] ?? ''))
  }
  return english
}
