import { onActivated, onBeforeUnmount, onDeactivated, onMounted, ref, type Ref } from 'vue'
import type { RunnableLanguage } from '../../session/types.ts'
import { showCode } from '../fields/shown-code.ts'

/** Offers the code of an example to the tables beside it; returns the line that they mark. */
export function useShownCode(
  root: Ref<HTMLElement | null>, language: RunnableLanguage | undefined, code: Ref<string>,
) {
  const marked = ref<number>()
  let hide = () => {}

  function show(): void {
    hide()
    const example = root.value?.closest('[data-example]')
    if (!language || !example) return
    hide = showCode(example, {
      language,
      text: () => code.value,
      replace: (text) => { code.value = text },
      mark: (line) => {
        marked.value = line
        if (line !== undefined) reveal(line)
      },
    })
  }

  /** Scrolls the code, not the page. */
  function reveal(line: number): void {
    const scroller = root.value?.firstElementChild
    const lines = code.value.split('\n').length
    if (!scroller || scroller.scrollHeight <= scroller.clientHeight) return
    const top = scroller.scrollHeight * (line - 0.5) / lines
    const isInView = top > scroller.scrollTop + 16 && top < scroller.scrollTop + scroller.clientHeight - 16
    if (!isInView) scroller.scrollTo({ top: top - scroller.clientHeight / 2 })
  }

  onMounted(show)
  onActivated(show)
  onDeactivated(() => hide())
  onBeforeUnmount(() => hide())
  return marked
}
