import { nextTick, onActivated, onBeforeUnmount, shallowRef, watch, type Ref } from 'vue'
import type { Editor, EditorOptions } from '../../editor/create-editor.ts'
import { loadOnce } from '../../loading/load-once.ts'
import type { RunnableLanguage } from '../../session/types.ts'
import { selectionIn } from '../selection-in.ts'

const load = loadOnce(() => import('../../editor/create-editor.ts'))

const grammars: Record<RunnableLanguage, () => Promise<Pick<EditorOptions, 'language' | 'syntax'>>> = {
  typescript: () => import('../../editor/grammar-typescript.ts'),
  php: () => import('../../editor/grammar-php.ts'),
}

/** What the editor takes the place of, and what it needs. */
export interface CodeEditorOptions {
  /** Element that holds the static code, and then the editor. */
  host: Readonly<Ref<HTMLElement | null>>
  text: Ref<string>
  /** Undefined if the code is for reading only. */
  language: RunnableLanguage | undefined
  /** Id of the element that explains the keys. */
  keys: string
  onRun: () => void
}

/** Loads the editor at the first focus of the static code, and puts it in its place: same lines, same selection. */
export function useCodeEditor({ host, text, language, keys, onRun }: CodeEditorOptions) {
  const editor = shallowRef<Editor>()
  const failed = shallowRef(false)
  let released = Promise.resolve<unknown>(undefined)

  /** Call it when the pointer goes down: while the reader selects text, the text is not replaced. */
  function press(): void {
    released = new Promise((resolve) => {
      for (const end of ['pointerup', 'pointercancel']) window.addEventListener(end, resolve, { once: true })
    })
  }

  /** @param isAsked whether the reader wants to write, and is told of a failure */
  async function open(isAsked = true): Promise<void> {
    if (!language || editor.value) return
    failed.value = false
    try {
      const [{ createEditor }, grammar] = await Promise.all([load(), grammars[language]()])
      await released
      if (!host.value || editor.value) return
      const created = createEditor({
        text: text.value,
        languageId: language,
        language: grammar.language,
        syntax: grammar.syntax,
        keys,
        selection: selectionIn(host.value.querySelector('code')) ?? { anchor: 0, head: 0 },
        onChange: (changed) => { text.value = changed },
        onRun,
      })
      await show(created, host.value)
    } catch {
      failed.value = isAsked
    }
  }

  /** Shows the editor instead of the static code, before the browser paints. */
  async function show(created: Editor, element: HTMLElement): Promise<void> {
    const hasFocus = element.contains(document.activeElement)
    const left = element.querySelector('.code-scroller')?.scrollLeft ?? 0
    editor.value = created
    await nextTick()
    element.append(created.dom)
    created.show(left)
    if (hasFocus) created.focus()
  }

  watch(text, changed => editor.value?.setText(changed))
  onActivated(() => editor.value?.show())
  onBeforeUnmount(() => editor.value?.destroy())
  return { editor, failed, open, press }
}
