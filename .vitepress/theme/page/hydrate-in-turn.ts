import { defineAsyncComponent, type Component } from 'vue'
import { inTurn } from './in-turn.ts'

/** Wraps a component so that Vue hydrates it in a separate task. */
export function hydrateInTurn(component: Component): Component {
  return defineAsyncComponent({ loader: async () => component, hydrate: inTurn })
}
