const php = /^对应\s*PHP\s*的\s*array$/

/** What a tip says to readers of a language: the tables explain objects by PHP's arrays. */
export function tipText(text: string, language: string | undefined): string {
  if (language === undefined || language === 'php' || !php.test(text)) return text
  return language === 'typescript' ? '对应 TypeScript 的对象' : '对应 JSON 的对象'
}
