import type { Runnable, RunnableLanguage } from '../session/types.ts'

/** A language of an example. */
export interface ExampleLanguage {
  id: string
  label: string
  /**
   * The names of its tabs: of the styles, such as 异步纯链式; for a single tab, of the code. Empty if the page does not
   * carry the code, which is written when a reader asks for it.
   */
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
  /** What code is written of: the event of a notification, or the method and path of an operation, such as `GET /v3/x`. */
  subject?: string
  /** Set if the tabs are programs to start from, instead of styles of one request. */
  starts?: true
}

/** Whether examples in a language run on the page; the others are for reading and copying. */
export function isRunnable(language: string): language is RunnableLanguage {
  return language === 'typescript' || language === 'php'
}

/** How the code of a tab sends its request, by the name of the style; undefined for a program, which may do both. */
export function generatedStyle(tab: string): Runnable['generated'] {
  if (/^异步.+式$/.test(tab)) return 'async'
  return /^同步.+式$/.test(tab) ? 'sync' : undefined
}

/** The reader's preferred language and style. The style is a label, because pages differ in number and order of tabs. */
export interface Preference {
  language: string
  tab: string
}

/** Selects the preferred language that runs and its tab, or the first one if the example lacks it. */
export function selectTab(
  { languages }: Pick<ExampleOutline, 'languages'>,
  preference: Preference,
): { language: ExampleLanguage | undefined, tab: string | undefined } {
  const running = languages.filter(({ id }) => isRunnable(id))
  const language = running.find(({ id }) => id === preference.language) ?? running[0] ?? languages[0]
  const tab = language?.tabs.find(label => label === preference.tab) ?? language?.tabs[0]
  return { language, tab }
}
