import { withBase } from 'vitepress'
import { readSynonyms } from '../search/query.ts'
import { createSearch } from '../search/search.ts'
import { searchFolder } from '../search/search-files.ts'
import synonyms from '../search/synonyms.txt?raw'

/** Loads a file of the index; rejects if it cannot be loaded. */
export async function loadSearchFile(file: string): Promise<string> {
  // The files outside the folder of a version have the same name in all.
  const response = await fetch(withBase(`/${searchFolder}${file}`), file.includes('/') ? {} : { cache: 'no-cache' })
  if (!response.ok) throw new Error(`${file}: ${response.status}`)
  return response.text()
}

/** Searches the site; rejects if a file of the index cannot be loaded. */
export const searchSite = createSearch(loadSearchFile, readSynonyms(synonyms))
