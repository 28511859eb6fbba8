import type { Notification, Operation } from '../model/index.ts'
import type { Language } from './language.ts'

/** A language whose examples are whole programs for an SDK. They are long: a site writes one when a reader asks for it. */
export interface SdkLanguage extends Omit<Language, 'tabs'> {
  /** Writes the program that sends the request of an operation. */
  request: (operation: Operation) => string
  /** Writes the server that receives a notification at `/notify` of the port `PORT`. */
  notification: (notification: Notification) => string
}
