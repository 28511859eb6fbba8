import { createSandbox } from '@wxpay-live/sandbox'
import identity from '@wxpay-live/sandbox/identity.json'
import { expect, it } from 'vitest'
import { codeScenario } from '../../session/code-scenario.ts'

function createRun() {
  const { scenario } = createSandbox({ catalog: { operations: [] }, identity, strict: false }).control
  const ofCode = codeScenario(scenario)
  const switchTo = (name?: string) => {
    ofCode.switches()
    scenario.set(name)
  }
  return { scenario, ofCode, switchTo }
}

it('ends the scenario that the code switched on', () => {
  const { ofCode, scenario, switchTo } = createRun()
  switchTo('SLOW')
  switchTo('SYSTEM_ERROR')
  expect(ofCode.restore()).toBe('SYSTEM_ERROR')
  expect(scenario.get()).toBeUndefined()
  expect(ofCode.restore()).toBeUndefined()
})

it('returns to the scenario that the reader chose', () => {
  const { ofCode, scenario, switchTo } = createRun()
  scenario.set('SLOW')
  switchTo('CUT')
  expect(ofCode.restore()).toBe('CUT')
  expect(scenario.get()).toBe('SLOW')
  switchTo()
  expect(ofCode.restore()).toBeUndefined()
  expect(scenario.get()).toBe('SLOW')
})

it('keeps a scenario that the code did not switch on', () => {
  const { ofCode, scenario, switchTo } = createRun()
  scenario.set('SLOW')
  expect(ofCode.restore()).toBeUndefined()
  expect(scenario.get()).toBe('SLOW')
  scenario.set()
  switchTo('CUT')
  scenario.set()
  expect(ofCode.restore()).toBeUndefined()
})
