/** One code tab: an example in one style or language. */
export interface Tab {
  label: string
  code: string
}
