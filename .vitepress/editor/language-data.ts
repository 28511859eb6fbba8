/** What the editor is told of both languages: comments for its commands, brackets that it closes. */
export const languageData = {
  commentTokens: { line: '//', block: { open: '/*', close: '*/' } },
  closeBrackets: { brackets: ['(', '[', '{', '\'', '"', '`'] },
  wordChars: '$',
}
