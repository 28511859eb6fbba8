export type { SdkLanguage } from './snippets/sdk-language.ts'
export { sdkLanguages } from './snippets/sdk-languages.ts'
