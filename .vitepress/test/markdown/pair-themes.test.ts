import { createHighlighter } from 'shiki'
import { expect, it } from 'vitest'
import { pairThemes } from '../../markdown/pair-themes.ts'
import { extendRuns, type Run, runsOf, themes, tokenOptions, tokensOf } from '../../theme/runs.ts'

const langs = ['typescript', 'php', 'json', 'markdown'] as const
const highlighter = await createHighlighter({ themes: Object.values(themes), langs: [...langs] })
const [light, dark] = [highlighter.getTheme(themes.light), highlighter.getTheme(themes.dark)]
const { theme, styleOf } = pairThemes(light, dark)
await highlighter.loadTheme(theme)

it.each([
  ['typescript', 'class Order<T> extends Base { /* 金额 */ total = `${/\\d+/u.exec("1")}` }\n@sealed enum A { B }'],
  ['php', '<?php\nfinal class A { public function b(?int $c): string { return "{$c}\\n"; } }'],
  ['json', '{ "a": [1, true, null, "b\\n"], }'],
  ['markdown', '# Title\n\n*a* **b** ~~c~~ [d](https://e)\n\n> quote\n\n- `code`'],
] as const)('styles %s as the two themes do', (lang, code) => {
  const { tokens } = highlighter.codeToTokens(code, { lang, theme: theme.name, tokenizeTimeLimit: 0 })
  const runs: Run[] = []
  for (const [text, style] of tokensOf(code, tokens, styleOf)) extendRuns(runs, text, style)
  expect(runs).toEqual(runsOf(code, highlighter.codeToTokens(code, { ...tokenOptions, lang }).tokens))
})

it.each([
  ['has another scope', { scope: ['other'] }],
  ['has no colour', { settings: {} }],
  ['has another font', { settings: { foreground: '#000000', fontStyle: 'bold' } }],
])('refuses themes of which one %s', (_what, change) => {
  const settings = dark.settings.map((rule, index) => index === 1 ? { ...rule, ...change } : rule)
  expect(() => pairThemes(light, { ...dark, settings })).toThrow('different rules for comment,')
})
