/** Prints pages in the light colours: browsers print no backgrounds, on which the dark ones rely. */
export function printLight(window: Window): void {
  const { classList } = window.document.documentElement
  let wasDark = false
  window.matchMedia('print').addEventListener('change', ({ matches }) => {
    if (matches) {
      wasDark = classList.contains('dark')
      classList.remove('dark')
    } else if (wasDark) {
      classList.add('dark')
    }
  })
}
