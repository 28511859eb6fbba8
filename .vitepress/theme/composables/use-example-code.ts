import { computed, onMounted, shallowRef, watch, type ComputedRef } from 'vue'
import type { ExampleOutline } from '../example.ts'
import { unpackCode, type ExampleCode, type PageExamples } from '../example-code.ts'
import { loadExamples } from '../page/load-examples.ts'
import { whenIdle } from '../page/when-idle.ts'

/** The tab whose code is wanted. */
export interface WantedTab {
  language: string
  tab: string
}

/**
 * Returns the code of a tab. The first one's is in the page, perhaps without colours; they and the other tabs are loaded when the
 * browser has nothing else to do, or at once if another tab is wanted.
 */
export function useExampleCode(
  outline: ExampleOutline, first: ExampleCode | undefined, wanted: ComputedRef<WantedTab | undefined>,
) {
  const loaded = shallowRef<PageExamples>()
  const failed = shallowRef(false)
  const isColoured = first?.html.includes('<span')

  /** The code of a tab; undefined until it is loaded. */
  function codeOf({ language, tab }: WantedTab): ExampleCode | undefined {
    const position = outline.languages.find(({ id }) => id === language)?.tabs.indexOf(tab) ?? -1
    const isFirst = language === outline.languages[0]?.id && position === 0
    if (first && isFirst && (isColoured || !loaded.value)) return first
    const packed = loaded.value?.examples[outline.index]?.[language]?.[position]
    return packed && unpackCode(packed, loaded.value!.styles)
  }

  const code = computed(() => wanted.value && codeOf(wanted.value))

  async function load(): Promise<void> {
    failed.value = false
    try {
      loaded.value = await loadExamples(outline.file)
    } catch {
      failed.value = true
    }
  }

  onMounted(() => {
    if (code.value) whenIdle(load)
    else void load()
    watch(wanted, () => { if (!code.value) void load() })
  })
  return { code, codeOf, failed, load }
}
