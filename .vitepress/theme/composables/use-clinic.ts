import type { Diagnosis, Given } from '@wxpay-live/sandbox/diagnose'
import { onScopeDispose, reactive, ref, shallowRef, watch } from 'vue'
import { createDiagnoser, type Outcome } from '../../session/clinic/diagnoser.ts'
import type { Paste } from '../../session/clinic/messages.ts'
import { entered } from '../clinic/fields.ts'

/** Characters that are diagnosed; no request, notification or log line that helps is longer. */
export const maxLength = 100_000

/** Milliseconds after the last key stroke. */
const pause = 250

/** What the clinic shows besides a diagnosis. */
export type ClinicStatus = 'empty' | 'too-long' | 'insecure' | 'working' | 'done' | 'unreadable' | 'timeout' | 'broken'

/** Diagnoses what is pasted, as it changes. */
export function useClinic(diagnoser = createDiagnoser()) {
  const text = ref('')
  const given = reactive<Given>({})
  const status = ref<ClinicStatus>('empty')
  const diagnosis = shallowRef<Diagnosis>()
  const unreadable = ref<keyof Given>()
  let timer: ReturnType<typeof setTimeout> | undefined

  watch([text, given], () => {
    clearTimeout(timer)
    status.value = statusBefore(text.value)
    if (status.value !== 'working') diagnosis.value = undefined
    else timer = setTimeout(diagnose, pause)
  })
  onScopeDispose(() => {
    clearTimeout(timer)
    diagnoser.close()
  })

  async function diagnose(): Promise<void> {
    show(await diagnoser.diagnose({ text: text.value, given: entered(given) }))
  }

  function show(outcome: Outcome): void {
    const next = statusAfter(outcome)
    if (next === 'superseded') return
    diagnosis.value = 'diagnosis' in outcome ? outcome.diagnosis : undefined
    unreadable.value = 'unreadable' in outcome ? outcome.unreadable : undefined
    status.value = next
  }

  /** Replaces the text and everything that was entered beside it. */
  function enter(paste: Paste): void {
    for (const name of Object.keys(given)) delete given[name as keyof Given]
    Object.assign(given, paste.given)
    text.value = paste.text
  }

  return { text, given, status, diagnosis, unreadable, enter, diagnose }
}

const statusAfter = (outcome: Outcome) =>
  'failure' in outcome ? outcome.failure : 'unreadable' in outcome ? 'unreadable' : 'done'

function statusBefore(text: string): ClinicStatus {
  if (!text.trim()) return 'empty'
  if (text.length > maxLength) return 'too-long'
  // Without it the browser has no cryptography: a page over http from another machine.
  return isSecureContext ? 'working' : 'insecure'
}
