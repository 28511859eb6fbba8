/** Milliseconds for which a copy button says what it did. */
const shown = 2000

/** Copies text and shows what came of it, for two seconds; returns what stops that. */
export async function copyWithFeedback(text: string, show: (feedback: string) => void): Promise<() => void> {
  show(await copyText(text) ? '已复制' : '复制失败，请手动选择')
  const timer = setTimeout(() => show(''), shown)
  return () => clearTimeout(timer)
}

/** Copies text to the clipboard; returns whether that succeeded. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    // The clipboard is missing on plain HTTP and blocked in some embedded browsers.
    return copyBySelection(text)
  }
}

function copyBySelection(text: string): boolean {
  const focused = document.activeElement
  const field = document.createElement('textarea')
  field.value = text
  field.readOnly = true
  field.style.position = 'fixed'
  field.style.opacity = '0'
  document.body.append(field)
  field.select()
  const copied = document.execCommand('copy')
  field.remove()
  if (focused instanceof HTMLElement) focused.focus({ preventScroll: true })
  return copied
}
