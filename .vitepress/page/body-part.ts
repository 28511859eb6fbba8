import type { ExampleOutline } from '../theme/example.ts'
import type { ExampleCode } from '../theme/example-code.ts'

/** What the server needs to draw an example: its outline, and the code of the first tab as HTML. */
export interface DrawnExample {
  outline: ExampleOutline
  /** Whether it is the first on its page. */
  isFirst: boolean
  first: ExampleCode
}

/** Attribute of the element in which the clinic comes to life. */
export const clinicAttribute = 'data-clinic'

/** A part of a page's body: static HTML, or an example. */
export type BodyPart = string | DrawnExample
