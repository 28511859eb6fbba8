import type { RunnableLanguage } from '../session/types.ts'

/** One tab of an example. */
export interface ExampleTab {
  /** Name of the style, such as 异步纯链式; what the code is, where it is the only tab. */
  label: string
  /** The code, exactly as it is copied and run. */
  code: string
  /** The same code highlighted: the inner HTML of Shiki's `<code>`. */
  html: string
}

/** The tabs of one language. */
export interface ExampleLanguage {
  id: string
  label: string
  tabs: ExampleTab[]
}

/** The example of an operation, or a program, as the Markdown rules hand it to the page. */
export interface ExampleData {
  /** A value for each variable of the path, for code that leaves it empty. */
  samples: Record<string, string>
  languages: ExampleLanguage[]
}

/** Whether the tabs of a language run on the page; the others are for reading and copying. */
export function isRunnable(language: string): language is RunnableLanguage {
  return language === 'typescript' || language === 'php'
}

/** The language and style the reader likes to see; the style by its label, as pages differ in number and order. */
export interface Preference {
  language: string
  tab: string
}

/** The language and tab that come closest to a preference: the first one stands in for what an example lacks. */
export function selectTab(
  { languages }: ExampleData,
  preference: Preference,
): { language: ExampleLanguage | undefined, tab: ExampleTab | undefined } {
  const language = languages.find(({ id }) => id === preference.language) ?? languages[0]
  const tab = language?.tabs.find(({ label }) => label === preference.tab) ?? language?.tabs[0]
  return { language, tab }
}
