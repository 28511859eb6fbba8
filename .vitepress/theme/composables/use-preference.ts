import { onMounted, reactive, readonly } from 'vue'
import { addressWith, preferenceIn } from '../edits/address.ts'
import type { Preference } from '../example.ts'

const key = 'wxpay-live:example'

const defaultPreference: Preference = { language: 'typescript', tab: '异步纯链式' }

/** Parses a stored preference; returns the default if it is not two strings. */
export function parsePreference(text: string | null): Preference {
  try {
    const { language, tab } = JSON.parse(text ?? '{}')
    if (typeof language === 'string' && typeof tab === 'string') return { language, tab }
  } catch {
    // Invalid JSON under our key must not break the page.
  }
  return { ...defaultPreference }
}

/** Creates a preference that a browser can store. It starts with the default, as in the server's HTML. */
export function createPreference() {
  const preference = reactive({ ...defaultPreference })
  let window: Window | undefined

  /** Loads the stored preference and follows changes in other browser tabs. Call it after mount. */
  function connect(browser: Window): void {
    if (window) return
    window = browser
    try {
      Object.assign(preference, parsePreference(window.localStorage.getItem(key)))
    } catch {
      // Reading the property throws if the reader blocks storage.
    }
    window.addEventListener('storage', (event) => {
      if (event.key === key) Object.assign(preference, parsePreference(event.newValue))
    })
  }

  /** Changes the preference on this page only. */
  function prefer(change: Partial<Preference>): void {
    Object.assign(preference, change)
  }

  /** Changes the preference and stores it if possible. */
  function choose(change: Partial<Preference>): void {
    Object.assign(preference, change)
    try {
      window?.localStorage.setItem(key, JSON.stringify(preference))
    } catch {
      // Storage is blocked or full: the choice lasts until the reader leaves the page.
    }
  }

  return { preference: readonly(preference), connect, prefer, choose }
}

// Shared by all examples; the server never changes it, so its HTML shows the default.
const shared = createPreference()

/**
 * Language and style chosen by the reader, shared by all examples and kept across pages and reloads. The address of a page names
 * them too; those of a link count for its page.
 */
export function usePreference() {
  onMounted(() => {
    shared.connect(window)
    shared.prefer(preferenceIn(location.search))
  })
  return {
    preference: shared.preference,
    choose(change: Partial<Preference>): void {
      shared.choose(change)
      history.replaceState(history.state, '', addressWith(location.href, shared.preference))
    },
  }
}
