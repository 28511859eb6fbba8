import { onScopeDispose, ref } from 'vue'
import { copyWithFeedback } from '../copy-text.ts'

/** Copies text and shows feedback for two seconds. */
export function useCopy() {
  const feedback = ref('')
  let stop = () => {}

  async function copy(text: string): Promise<void> {
    stop()
    stop = await copyWithFeedback(text, (words) => { feedback.value = words })
  }

  onScopeDispose(() => stop())
  return { copy, feedback }
}
