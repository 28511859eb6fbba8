/// <reference types="vite/client" />

interface ImportMetaEnv {
  /** `true` if each page is published as Markdown too. */
  readonly VITE_MARKDOWN_COPIES: string
}
