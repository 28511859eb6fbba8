import { EditorView, tooltips } from '@codemirror/view'

/** The pixels at the top of the window that the site's bars cover. */
const coveredTop = () => Math.max(
  0, ...Array.from(document.querySelectorAll('.VPNav, .VPLocalNav'), bar => bar.getBoundingClientRect().bottom),
)

/** Below this width the page scrolls under the bars, above it the editor stays below them. */
const narrow = matchMedia('(width < 80rem)')

/** Keeps the caret and tooltips from being covered by what stays at the top of the window. */
export const belowBars = [
  EditorView.scrollMargins.of(() => ({ top: narrow.matches ? coveredTop() : 0 })),
  tooltips({ tooltipSpace: () => ({ top: coveredTop(), left: 0, bottom: innerHeight, right: innerWidth }) }),
]
