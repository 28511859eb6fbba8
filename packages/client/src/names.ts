import { didYouMean } from './did-you-mean.ts'

export { stepToPath } from './access/step-to-path.ts'

/**
 * Returns the known name that is nearest to an unknown one, ignoring case; `undefined` if more than a third of its characters
 * differ.
 */
export function nearestName(name: string, known: readonly string[]): string | undefined {
  // Taken out of the sentence, since a function for both would make every program with the client larger.
  return didYouMean(name, known)?.replace(/^did you mean (.+)\?$/, '$1')
}
