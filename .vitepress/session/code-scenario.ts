import type { Control } from '@wxpay-live/sandbox'

/** Remembers the scenario that was on before the code of a run switched to another. */
export function codeScenario(scenario: Control['scenario']) {
  let before: { name: string | undefined } | undefined
  return {
    /** Call it before the sandbox responds to a request of the code that may switch the scenario. */
    switches(): void {
      before ??= { name: scenario.get() }
    },
    /** Switches back, and returns the name of the scenario that ends, if any. */
    restore(): string | undefined {
      if (!before) return undefined
      const left = scenario.get()
      const { name } = before
      before = undefined
      if (left === name) return undefined
      scenario.set(name)
      return left
    },
  }
}
