import { reactive, shallowReactive } from 'vue'
import type { ExampleCode } from '../example-code.ts'

/** Writes the code of an example in the languages of SDKs, each when it is asked for. */
export function useSdkCode(subject: string | undefined) {
  const written = shallowReactive<Record<string, ExampleCode>>({})
  /** The languages whose last attempt failed. */
  const failed = reactive(new Set<string>())

  async function write(language: string): Promise<void> {
    if (subject === undefined || written[language]) return
    failed.delete(language)
    try {
      const { writeSdkCode } = await import('../../session/sdk-code.ts')
      written[language] = await writeSdkCode(subject, language)
    } catch {
      failed.add(language)
    }
  }

  return { written, failed, write }
}
