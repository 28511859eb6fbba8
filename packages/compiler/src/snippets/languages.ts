import { curl } from './curl.ts'
import { http } from './http.ts'
import type { Language } from './language.ts'
import { php } from './php.ts'
import { typescript } from './typescript.ts'

/** The languages whose texts a page carries, in the order of the page's switch. */
export const languages: Language[] = [typescript, php, http, curl]
