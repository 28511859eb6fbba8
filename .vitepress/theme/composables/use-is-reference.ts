import { useData } from 'vitepress'
import { computed } from 'vue'
import { isReference } from '../../navigation/is-reference.ts'

/** Whether the current page is a reference page; those show the sandbox panel. */
export function useIsReference() {
  const { page } = useData()
  return computed(() => isReference(page.value.relativePath))
}
