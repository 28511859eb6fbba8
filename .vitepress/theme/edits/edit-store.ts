/** The reader's own code of an example in one language. */
export interface Edit {
  /** The style that it is written in. */
  tab: string
  code: string
}

const prefix = 'wxpay-live:edit:'

/** Reads the edit with that name; undefined if there is none, or storage is blocked. */
export function readEdit(name: string): Edit | undefined {
  try {
    const { tab, code } = JSON.parse(localStorage.getItem(prefix + name) ?? '{}')
    return typeof tab === 'string' && typeof code === 'string' ? { tab, code } : undefined
  } catch {
    return undefined
  }
}

/**
 * Keeps an edit, or forgets it. If storage is full, the oldest other edits make room.
 *
 * @returns whether it was kept
 */
export function keepEdit(name: string, edit: Edit | undefined): boolean {
  try {
    if (!edit) localStorage.removeItem(prefix + name)
    else while (!tryToKeep(name, edit)) if (!dropOldest(name)) return false
    return true
  } catch {
    // The reader blocks storage: the edit lasts until the page is left.
    return false
  }
}

function tryToKeep(name: string, edit: Edit): boolean {
  try {
    localStorage.setItem(prefix + name, JSON.stringify({ ...edit, at: Date.now() }))
    return true
  } catch (error) {
    if (error instanceof DOMException && error.name === 'QuotaExceededError') return false
    throw error
  }
}

/** Forgets the oldest edit but one; returns whether there was any. */
function dropOldest(kept: string): boolean {
  const others = Object.keys(localStorage).filter(key => key.startsWith(prefix) && key !== prefix + kept)
  const [oldest] = others.toSorted((a, b) => timeOf(a) - timeOf(b))
  if (oldest === undefined) return false
  localStorage.removeItem(oldest)
  return true
}

function timeOf(key: string): number {
  const [, time] = /"at":(\d+)\}$/.exec(localStorage.getItem(key) ?? '') ?? []
  return Number(time ?? 0)
}
