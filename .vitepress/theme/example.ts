import type { RunnableLanguage } from '../session/types.ts'

/** A tab of an example. */
export interface ExampleTab {
  /** Name of the style, such as 异步纯链式; for a single tab, of the code. */
  label: string
  /** The exact code that is copied and run. */
  code: string
  /** The same code highlighted: the inner HTML of Shiki's `<code>`. */
  html: string
}

/** A language with its tabs. */
export interface ExampleLanguage {
  id: string
  label: string
  tabs: ExampleTab[]
}

/** An example of an operation, or a program, as the Markdown rules pass it to the page. */
export interface ExampleData {
  /** Values for path variables that the code leaves empty. */
  samples: Record<string, string>
  languages: ExampleLanguage[]
}

/** Whether examples in a language run on the page; the others are for reading and copying. */
export function isRunnable(language: string): language is RunnableLanguage {
  return language === 'typescript' || language === 'php'
}

/** The reader's preferred language and style. The style is a label, because pages differ in number and order of tabs. */
export interface Preference {
  language: string
  tab: string
}

/** Selects the preferred language and tab, or the first one if the example lacks it. */
export function selectTab(
  { languages }: ExampleData,
  preference: Preference,
): { language: ExampleLanguage | undefined, tab: ExampleTab | undefined } {
  const language = languages.find(({ id }) => id === preference.language) ?? languages[0]
  const tab = language?.tabs.find(({ label }) => label === preference.tab) ?? language?.tabs[0]
  return { language, tab }
}
