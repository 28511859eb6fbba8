import type { RunnableLanguage } from '../session/types.ts'

/** A language of an example. */
export interface ExampleLanguage {
  id: string
  label: string
  /** The names of its tabs: of the styles, such as 异步纯链式; for a single tab, of the code. */
  tabs: string[]
}

/** What the page says of an example of an operation, or of a program, before its code is loaded. */
export interface ExampleOutline {
  /** Values for path variables that the code leaves empty. */
  samples: Record<string, string>
  languages: ExampleLanguage[]
  /** Address of the file with the code of the page's examples. */
  file: string
  /** Position in that file. */
  index: number
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
  { languages }: Pick<ExampleOutline, 'languages'>,
  preference: Preference,
): { language: ExampleLanguage | undefined, tab: string | undefined } {
  const language = languages.find(({ id }) => id === preference.language) ?? languages[0]
  const tab = language?.tabs.find(label => label === preference.tab) ?? language?.tabs[0]
  return { language, tab }
}
