import { fc, fuzz, runs } from '../../../../test/support/fuzz.ts'
import { expect } from 'vitest'
import { scenarioHeader } from '../../src/index.ts'
import { openUnsigned } from './unsigned.ts'

export type Real = ReturnType<typeof openUnsigned>

/** The states and steps of a resource as the documentation draws them; it starts with `NONE`. */
export interface Machine {
  graph: Record<string, Record<string, string>>
  /** Takes a step; returns whether it was possible. */
  act: (step: string, real: Real) => Promise<boolean>
  /** Returns the state as the API shows it; `undefined` if there is no resource. */
  read: (real: Real) => Promise<unknown>
  /** Whether a step that the graph lacks succeeds without a change, such as a repeated creation. */
  repeats?: (step: string, state: string) => boolean
  /** How often each step of a long graph is tried, so that its walks, which are longer, reach the end. @default 1 */
  weights?: Record<string, number>
}

/** Takes random walks: a step must be possible exactly if the graph has it, and lead to the graph's state. */
export async function walk({ graph, act, read, repeats = () => false, weights }: Machine): Promise<void> {
  const steps = [...new Set(Object.values(graph).flatMap(Object.keys))]
  const seen = new Set<string>()
  const tried = steps.flatMap(step => Array<string>(weights?.[step] ?? 1).fill(step))
  const lengths = weights ? { minLength: 12, maxLength: 20 } : { maxLength: 12 }
  const walks = fc.array(fc.constantFrom(...tried), { ...lengths, size: 'max' })
  await fuzz(fc.asyncProperty(walks, async (steps) => {
    const real = openUnsigned()
    let state = 'NONE'
    for (const step of steps) {
      const next = graph[state]![step]
      expect(await act(step, real)).toBe(next !== undefined || repeats(step, state))
      if (next !== undefined) seen.add(`${state} ${step}`)
      state = next ?? state
      expect(await read(real)).toBe(state === 'NONE' ? undefined : state)
    }
  }), { numRuns: runs(weights ? 200 : 100) })
  const all = Object.entries(graph)
    .flatMap(([state, next]) => Object.keys(next).map(step => `${state} ${step}`))
  expect(all.filter(step => !seen.has(step))).toEqual([])
}

/** Sends a request; returns whether it succeeded. */
export const succeeds = async (
  { send }: Real, path: string, json: object, headers?: Record<string, string>,
) => (await send('POST', path, json, headers)).status < 300

/** Advances a resource; returns whether it waited for the other side. */
export const advances = ({ control }: Real, kind: string, key: string) =>
  control.advance({ kind, key }).then(() => true, () => false)

/** Returns a member of the response to a query. */
export const member = async ({ send }: Real, path: string, name: string) => (await send('GET', path)).body[name]

export const inScenario = (name: string) => ({ [scenarioHeader]: name })

/** Puts the clock forward if there is any resource; returns whether there is. */
export async function ages({ control }: Real, milliseconds: number) {
  if (!(await control.state()).length) return false
  control.clock.advance(milliseconds)
  return true
}
