import { fc, runs } from '../../../../test/support/fuzz.ts'
import { expect } from 'vitest'
import { scenarioHeader } from '../../src/index.ts'
import { openUnsigned } from './unsigned.ts'

export type Real = ReturnType<typeof openUnsigned>

/** The states of one resource as the documentation draws them, and where each step leads from `NONE` on. */
export interface Machine {
  graph: Record<string, Record<string, string>>
  /** Whether the step was possible. */
  act: (step: string, real: Real) => Promise<boolean>
  /** The state as the API shows it; `undefined` where there is none. */
  read: (real: Real) => Promise<unknown>
  /** Steps that may be repeated where they lead nowhere new, such as a creation. */
  repeats?: (step: string, state: string) => boolean
}

/** Random walks: a step is possible exactly where the graph has it, and leads where the graph says. */
export async function walk({ graph, act, read, repeats = () => false }: Machine): Promise<void> {
  const steps = [...new Set(Object.values(graph).flatMap(Object.keys))]
  const seen = new Set<string>()
  const walks = fc.array(fc.constantFrom(...steps), { maxLength: 12, size: 'max' })
  await fc.assert(fc.asyncProperty(walks, async (steps) => {
    const real = openUnsigned()
    let state = 'NONE'
    for (const step of steps) {
      const next = graph[state]![step]
      expect(await act(step, real)).toBe(next !== undefined || repeats(step, state))
      if (next !== undefined) seen.add(`${state} ${step}`)
      state = next ?? state
      expect(await read(real)).toBe(state === 'NONE' ? undefined : state)
    }
  }), { numRuns: runs(100) })
  const all = Object.entries(graph)
    .flatMap(([state, next]) => Object.keys(next).map(step => `${state} ${step}`))
  expect(all.filter(step => !seen.has(step))).toEqual([])
}

/** Whether the request was answered with success. */
export const succeeds = async (
  { send }: Real, path: string, json: object, headers?: Record<string, string>,
) => (await send('POST', path, json, headers)).status < 300

/** Whether the user had something to do about it. */
export const advances = ({ control }: Real, kind: string, key: string) =>
  control.advance({ kind, key }).then(() => true, () => false)

/** A member of what a query shows. */
export const member = async ({ send }: Real, path: string, name: string) => (await send('GET', path)).body[name]

export const inScenario = (name: string) => ({ [scenarioHeader]: name })

/** Lets time pass where there is something to grow older. */
export async function ages({ control }: Real, milliseconds: number) {
  if (!(await control.state()).length) return false
  control.clock.advance(milliseconds)
  return true
}
