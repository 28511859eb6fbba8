/** Makes the buttons of diagrams work: they open one in the whole window. */
export function enlargeDiagrams(document: Document): void {
  document.addEventListener('click', async ({ target }) => {
    const button = target instanceof Element && target.closest('.diagram-enlarge')
    const scroller = button && button.parentElement?.querySelector<HTMLElement>('.diagram-scroller')
    if (!scroller) return
    const { openDiagram } = await import('../diagram/open-diagram.ts')
    openDiagram(scroller)
  })
}
