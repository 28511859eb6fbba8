import { tipText } from '../tip-text.ts'

// One tap fires pointer, focus and click, so each may show the tip but none may toggle it.
function show(tip: HTMLElement): void {
  if (tip.matches(':popover-open')) return
  const text = tip.dataset.text ??= tip.textContent
  const words = tipText(text, chosenLanguage())
  if (words !== tip.textContent) tip.textContent = words
  tip.showPopover()
}

/** The language of the examples; undefined on a page without any. */
const chosenLanguage = () => (
  document.querySelector<HTMLInputElement>('.runnable-example [type=radio]:checked')?.value
)

const hide = (tip: HTMLElement) => tip.hidePopover()

const events = { mouseover: show, focusin: show, mouseout: hide, focusout: hide } as const

/** Makes the tips of table cells open by pointer and focus too; a click opens them without scripts. */
export function openTips(document: Document): void {
  for (const [event, act] of Object.entries(events)) {
    document.addEventListener(event, (happened) => {
      const { target, relatedTarget } = happened as MouseEvent | FocusEvent
      const cell = target instanceof Element && target.closest('.tip-cell')
      const tip = cell && cell.querySelector<HTMLElement>('[popover]')
      const stays = cell && relatedTarget instanceof Node && cell.contains(relatedTarget)
      if (tip && !stays) act(tip)
    })
  }
}
