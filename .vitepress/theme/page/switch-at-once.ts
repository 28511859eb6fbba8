/** Keeps the colours from fading, each at its own pace, when the reader switches between light and dark. */
export function switchAtOnce({ documentElement }: Document): void {
  documentElement.addEventListener('click', ({ target }) => {
    if (!(target instanceof Element) || !target.closest('.VPSwitchAppearance')) return
    documentElement.classList.add('switching')
    // The first frame has the new colours.
    requestAnimationFrame(() => requestAnimationFrame(() => documentElement.classList.remove('switching')))
  }, { capture: true })
}
