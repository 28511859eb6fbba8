import { fetchFile } from '../loading/fetch-file.ts'
import { readSynonyms } from '../search/query.ts'
import { createSearch } from '../search/search.ts'
import { searchFolder } from '../search/search-files.ts'
import synonyms from '../search/synonyms.txt?raw'

/** Loads a file of the index; rejects if it cannot be loaded. */
export async function loadSearchFile(file: string): Promise<string> {
  // The other files are in the folder of a version.
  const response = await fetchFile(searchFolder + file, file.includes('/'))
  return response.text()
}

/** Searches the site; rejects if a file of the index cannot be loaded. */
export const searchSite = createSearch(loadSearchFile, readSynonyms(synonyms))
