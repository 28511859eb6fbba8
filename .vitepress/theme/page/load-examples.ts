import { loadOnce } from '../../loading/load-once.ts'
import type { PageExamples } from '../example-code.ts'

const files = new Map<string, () => Promise<PageExamples>>()

/**
 * Loads the code of a page's examples, once; after a failure the next call tries again.
 * @throws if the file cannot be fetched
 */
export function loadExamples(file: string): Promise<PageExamples> {
  const load = files.get(file) ?? loadOnce(() => fetchExamples(file))
  files.set(file, load)
  return load()
}

async function fetchExamples(file: string): Promise<PageExamples> {
  const response = await fetch(file)
  if (!response.ok) throw new Error(`${file}: ${response.status}`)
  return response.json()
}
