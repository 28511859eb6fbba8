import type { PageExamples } from '../example-code.ts'

const files = new Map<string, Promise<PageExamples>>()

/**
 * Loads the code of a page's examples, once; after a failure the next call tries again.
 * @throws if the file cannot be fetched
 */
export function loadExamples(file: string): Promise<PageExamples> {
  const loading = files.get(file) ?? fetchExamples(file)
  files.set(file, loading)
  loading.catch(() => files.delete(file))
  return loading
}

async function fetchExamples(file: string): Promise<PageExamples> {
  const response = await fetch(file)
  if (!response.ok) throw new Error(`${file}: ${response.status}`)
  return response.json()
}
