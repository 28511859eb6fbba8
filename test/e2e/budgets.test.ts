import { describe, expect, inject, it } from 'vitest'
import { budgets, type Measure } from '../../scripts/budgets.ts'
import { measureClient } from '../../scripts/measure-client.ts'
import { measurePage } from '../../scripts/measure-page.ts'

function expectWithin(measured: Partial<Record<Measure, number>>): void {
  for (const [what, value] of Object.entries(measured)) {
    expect(value, what).toBeGreaterThan(0)
    expect(value, what).toBeLessThanOrEqual(budgets[what as Measure])
  }
}

describe('budgets', () => {
  it('holds for the seed page', async () => {
    expectWithin(await measurePage(inject('origin')))
  })

  it('holds for the client', async () => {
    expectWithin(await measureClient())
  })
})
