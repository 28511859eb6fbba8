import type Token from 'markdown-it/lib/token.mjs'

/** The enum values in a description: the code spans between 枚举值 and the end of the sentence. */
export function enumOf(description: Token | undefined): string[] {
  const values: string[] = []
  let declaring = false
  for (const { type, content } of description?.children ?? []) {
    if (type === 'code_inline' && declaring) values.push(content)
    if (type !== 'text') continue
    const declared = content.lastIndexOf('枚举值')
    declaring = declared >= 0 ? !content.includes('。', declared) : declaring && !content.includes('。')
  }
  return [...new Set(values)]
}
