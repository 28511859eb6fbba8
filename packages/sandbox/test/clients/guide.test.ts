import { readFileSync } from 'node:fs'
import { expect, test, vi } from 'vitest'
import { startCommand } from '../support/command.ts'
import { matrixTable } from '../support/sdk-matrix.ts'

// Starting processes is slow on busy machines.
vi.setConfig({ testTimeout: 60_000 })

const page = (name: string) => readFileSync(new URL(`../../../../docs/guide/${name}.md`, import.meta.url), 'utf8')

test('prints the settings that the guide shows', async () => {
  const { settings } = await startCommand()
  const shown = page('sandbox').split('```ini\n')[1]?.split('\n```')[0]?.split('\n').map(line => line.split('=')[0])
  expect(shown).toEqual(Object.keys(settings))
})

test('shows the table that `npm run sdk-matrix` prints', () => {
  expect(page('sdks')).toContain(`\n\n${matrixTable()}\n\n`)
})
