import { useData } from 'vitepress'
import { computed } from 'vue'

/** Whether the page is one of the reference: those have the sandbox's panel at their foot. */
export function useIsReference() {
  const { page } = useData()
  return computed(() => page.value.relativePath.startsWith('openapi/'))
}
