import { sdkLanguages } from '@wxpay-live/compiler/sdk-languages'
import { createHighlighterCore, type HighlighterCore, type LanguageInput } from 'shiki/core'
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript'
import { loadPart } from '../catalog/load-part.ts'
import type { ExampleCode } from '../theme/example-code.ts'
import { runHtml, runsOf, tokenOptions } from '../theme/runs.ts'
import { loadOnce } from '../loading/load-once.ts'

/** Loads the highlighter of a language, by its id. */
const highlighters: Record<string, () => Promise<HighlighterCore>> = {
  go: loadOnce(() => createFor(import('shiki/langs/go.mjs'))),
  java: loadOnce(() => createFor(import('shiki/langs/java.mjs'))),
  python: loadOnce(() => createFor(import('shiki/langs/python.mjs'))),
}

/** Creates a highlighter with the colours of the page's other code. */
const createFor = (grammar: LanguageInput) => createHighlighterCore({
  engine: createJavaScriptRegexEngine(),
  themes: [import('shiki/themes/github-light-high-contrast.mjs'), import('shiki/themes/github-dark-default.mjs')],
  langs: [grammar],
})

/**
 * Writes the program of an operation, or the server of a notification, in the language of an SDK.
 *
 * @param subject method and path of the operation, such as `GET /v3/certificates`, or the event of the notification
 * @throws if a part of it cannot be fetched
 */
export async function writeSdkCode(subject: string, id: string): Promise<ExampleCode> {
  const language = sdkLanguages.find(language => language.id === id)
  if (!language) throw new RangeError(`unknown language ${id}`)
  const [name = '', path = ''] = subject.split(' ')
  const { operations, notifications = [] } = await loadPart(path)
  const operation = operations.find(operation => operation.method === name && operation.path === path)
  const notification = notifications.find(({ event }) => event === name)
  if (!operation && !notification) throw new RangeError(`${subject} is not in the catalog`)
  const text = operation ? language.request(operation) : language.notification(notification!)
  const highlighter = await highlighters[id]!()
  const { tokens } = highlighter.codeToTokens(text, { ...tokenOptions, lang: language.grammar })
  return { text, html: runsOf(text, tokens).map(runHtml).join('') }
}
