import { useData } from 'vitepress'
import { computed } from 'vue'

/** Whether the page is one of the reference, about operations, notifications or a product: those have the sandbox's panel. */
export function useIsReference() {
  const { page } = useData()
  return computed(() => /^(?:openapi|product|webhook)\//.test(page.value.relativePath))
}
