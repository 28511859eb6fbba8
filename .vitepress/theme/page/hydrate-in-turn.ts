import { defineAsyncComponent, type Component } from 'vue'
import { inTurn } from './in-turn.ts'

/** Wraps a component that the server has rendered, so that Vue takes it over in a task of its own. */
export function hydrateInTurn(component: Component): Component {
  return defineAsyncComponent({ loader: async () => component, hydrate: inTurn })
}
