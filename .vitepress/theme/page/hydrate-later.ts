import { defineAsyncComponent, type Component, type HydrationStrategy } from 'vue'
import { inTurn } from './in-turn.ts'

/** Wraps a component so that Vue hydrates it in a separate task. */
export const hydrateInTurn = (component: Component): Component => hydrateBy(inTurn, component)

/** Wraps a component that a button opens so that Vue hydrates it when the reader comes to the button. */
export const hydrateOnApproach = (component: Component): Component => hydrateBy(onApproach, component)

function hydrateBy(hydrate: HydrationStrategy, component: Component): Component {
  return defineAsyncComponent({ loader: async () => component, hydrate })
}

/** A key press comes after `focusin`; Safari does not focus a button that is pressed. */
const approaches = ['pointerenter', 'pointerdown', 'focusin', 'click']

/** Hydrates when the reader comes to what is around an element: the button and what it opens. */
const onApproach: HydrationStrategy = (hydrate, forEach) => {
  const waiting = new AbortController()
  const begin = () => {
    waiting.abort()
    hydrate()
  }
  forEach((element) => {
    const flyout = element.closest('.VPFlyout')
    for (const approach of approaches) flyout?.addEventListener(approach, begin, { signal: waiting.signal })
  })
  return () => waiting.abort()
}
