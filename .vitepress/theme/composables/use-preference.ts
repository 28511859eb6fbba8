import { onMounted, reactive, readonly } from 'vue'
import type { Preference } from '../example.ts'

const key = 'wxpay-live:example'

const defaultPreference: Preference = { language: 'typescript', tab: '异步纯链式' }

/** Reads a stored preference; anything but two strings counts as none. */
export function parsePreference(text: string | null): Preference {
  try {
    const { language, tab } = JSON.parse(text ?? '{}')
    if (typeof language === 'string' && typeof tab === 'string') return { language, tab }
  } catch {
    // Whatever else is stored under our key, the reader still gets a page.
  }
  return { ...defaultPreference }
}

/** A preference that can be kept in a browser's storage. It starts with the default, as the server renders it. */
export function createPreference() {
  const preference = reactive({ ...defaultPreference })
  let window: Window | undefined

  /** Takes over what is stored, and from now on what other tabs of the browser choose. Call it after mount. */
  function connect(browser: Window): void {
    if (window) return
    window = browser
    try {
      Object.assign(preference, parsePreference(window.localStorage.getItem(key)))
    } catch {
      // Reading the property itself throws where the reader blocks storage.
    }
    window.addEventListener('storage', (event) => {
      if (event.key === key) Object.assign(preference, parsePreference(event.newValue))
    })
  }

  /** Changes the preference, and keeps it where that is possible. */
  function choose(change: Partial<Preference>): void {
    Object.assign(preference, change)
    try {
      window?.localStorage.setItem(key, JSON.stringify(preference))
    } catch {
      // Storage is blocked or full: the choice holds until the page is left.
    }
  }

  return { preference: readonly(preference), connect, choose }
}

// One for all examples; the server never changes it, so its pages all show the default.
const shared = createPreference()

/** The reader's choice of language and style, shared by all examples and remembered across pages and reloads. */
export function usePreference() {
  onMounted(() => shared.connect(window))
  return { preference: shared.preference, choose: shared.choose }
}
