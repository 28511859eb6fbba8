import { onMounted, shallowReactive, shallowRef, watch } from 'vue'
import { linkedCode, preferenceIn } from '../edits/address.ts'
import { carryEdit } from '../edits/carry-edit.ts'
import { keepEdit, readEdit, type Edit } from '../edits/edit-store.ts'
import { decodeShared } from '../edits/shared-code.ts'
import { isRunnable, selectTab, type ExampleOutline } from '../example.ts'
import type { ExampleCode } from '../example-code.ts'
import type { WantedTab } from './use-example-code.ts'

/** The reader's own code of an example: one in each language, kept across pages and reloads. It follows the style. */
export function useEdits(outline: ExampleOutline, codeOf: (tab: WantedTab) => ExampleCode | undefined) {
  const edits = shallowReactive<Record<string, Edit | undefined>>({})
  /** Set if code of a link is shown: the edit that it took the place of, if any. */
  const linked = shallowRef<{ language: string, before: Edit | undefined }>()
  /** Whether the code of a link cannot be read. */
  const damaged = shallowRef(false)
  /** The style that the edit cannot be carried to. */
  const refused = shallowRef<WantedTab>()

  const nameOf = (language: string) => `${location.pathname}:${outline.index}:${language}`

  /** Keeps an edit; undefined forgets it. */
  function keep(language: string, edit: Edit | undefined): void {
    refused.value = undefined
    edits[language] = edit
    keepEdit(nameOf(language), edit)
  }

  /** Takes the edit of a language, if any, to another style; returns whether it could. */
  function follow(to: WantedTab): boolean {
    const edit = edits[to.language]
    if (!edit || edit.tab === to.tab) return true
    const [before, after] = [codeOf({ ...to, tab: edit.tab }), codeOf(to)]
    const canCarry = !outline.starts && before && after
    const code = canCarry && carryEdit(edit.code, before.text, after.text)
    if (code === undefined || code === false) {
      refused.value = to
      return false
    }
    keep(to.language, code === after?.text ? undefined : { tab: to.tab, code })
    return true
  }

  /** Shows the code of the link that the reader followed, without running it. */
  async function openLink(): Promise<void> {
    const link = linkedCode.value
    if (link?.path !== location.pathname) return
    const shared = await decodeShared(link.text)
    const index = shared?.index ?? 0
    if (index !== outline.index || link !== linkedCode.value) return
    linkedCode.value = undefined
    damaged.value = !shared
    const { language, tab } = selectTab(outline, { language: '', tab: '', ...preferenceIn(location.search) })
    if (!shared || !language || tab === undefined) return
    linked.value = { language: language.id, before: edits[language.id] }
    keep(language.id, { tab, code: shared.code })
  }

  onMounted(() => {
    for (const { id } of outline.languages) {
      if (isRunnable(id)) edits[id] = readEdit(nameOf(id))
    }
    watch(linkedCode, openLink, { immediate: true })
  })

  return { edits, linked, damaged, refused, keep, follow }
}
