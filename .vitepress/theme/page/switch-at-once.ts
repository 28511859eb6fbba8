/** Keeps the colours from fading, each at its own pace, when the page turns light or dark. */
export function switchAtOnce({ documentElement }: Document): void {
  const { classList } = documentElement
  let isDark = classList.contains('dark')
  new MutationObserver(() => {
    if (isDark === classList.contains('dark')) return
    isDark = !isDark
    classList.add('switching')
    // The first frame has the new colours.
    requestAnimationFrame(() => requestAnimationFrame(() => classList.remove('switching')))
  }).observe(documentElement, { attributeFilter: ['class'] })
}
