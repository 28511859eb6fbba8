import { describe, expect, inject, it } from 'vitest'
import { budgets, type Measure } from '../../scripts/budgets.ts'
import { clientSize, syncSigner } from '../../scripts/measure-client.ts'
import { measurePage } from '../../scripts/measure-page.ts'

describe('budgets', () => {
  it('holds for the seed page', async () => {
    const measured = await measurePage(inject('origin'))

    for (const [what, value] of Object.entries(measured)) {
      expect(value, what).toBeGreaterThan(0)
      expect(value, what).toBeLessThanOrEqual(budgets[what as Measure])
    }
  })

  it('holds for the client', async () => {
    expect(await clientSize()).toBeLessThanOrEqual(budgets['client for the browser, min+gzip'])
    expect(await clientSize(syncSigner)).toBeLessThanOrEqual(budgets['client without the sync signer, min+gzip'])
  })
})
