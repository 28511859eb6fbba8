import { withBase } from 'vitepress'

/**
 * Fetches a file of the site, by its path below the base.
 *
 * @param isVersioned whether its name tells the version of its content; a file that keeps its name is asked for again
 * @throws Error with the path if the network or the server fails
 */
export async function fetchFile(path: string, isVersioned: boolean): Promise<Response> {
  try {
    const response = await fetch(withBase(`/${path}`), isVersioned ? {} : { cache: 'no-cache' })
    if (response.ok) return response
    throw new Error(`status ${response.status}`)
  } catch (error) {
    throw new Error(`${path}: ${(error as Error).message}`, { cause: error })
  }
}
