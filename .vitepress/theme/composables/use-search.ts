import { watchDebounced } from '@vueuse/core'
import { ref, shallowRef } from 'vue'
import type { Result } from '../../search/search.ts'
import { searchSite } from '../site-search.ts'

/** What the reader searched for last, until the document is closed. */
const query = ref('')

/** Searches while the reader types. Only the answer to the last query is shown. */
export function useSearch() {
  const results = shallowRef<Result[]>([])
  /** `idle` without a query. */
  const state = ref<'idle' | 'loading' | 'ready' | 'failed'>('idle')
  let latest = 0

  async function search(): Promise<void> {
    const own = ++latest
    const text = query.value.trim()
    if (!text) {
      results.value = []
      state.value = 'idle'
      // Loads the index while the reader types.
      searchSite('').catch(() => {})
      return
    }
    state.value = 'loading'
    try {
      const found = await searchSite(text)
      if (own !== latest) return
      results.value = found
      state.value = 'ready'
    } catch {
      if (own !== latest) return
      results.value = []
      state.value = 'failed'
    }
  }

  watchDebounced(query, search, { debounce: 100, immediate: true })
  return { query, results, state, search }
}
