import { go } from './go.ts'
import { java } from './java.ts'
import { python } from './python.ts'
import type { SdkLanguage } from './sdk-language.ts'

/** All languages of SDKs, in the order of the page's switch. */
export const sdkLanguages: SdkLanguage[] = [java, go, python]
