import { onScopeDispose, ref } from 'vue'
import { copyText } from '../copy-text.ts'

/** Copies text and shows feedback for two seconds. */
export function useCopy() {
  const feedback = ref('')
  let timer: ReturnType<typeof setTimeout> | undefined

  async function copy(text: string): Promise<void> {
    clearTimeout(timer)
    feedback.value = await copyText(text) ? '已复制' : '复制失败，请手动选择'
    timer = setTimeout(() => { feedback.value = '' }, 2000)
  }

  onScopeDispose(() => clearTimeout(timer))
  return { copy, feedback }
}
