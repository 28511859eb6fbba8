import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { compilePage, type Operation, snippets } from '@wxpay-live/compiler'
import { expect, it } from 'vitest'
import { choosePages } from '../../../../test/support/choose-pages.ts'
import { readFeatures } from '../../../../test/support/page-features.ts'
import { useSandbox } from '../support/sandbox.ts'

const docs = fileURLToPath(new URL('../../../../docs/', import.meta.url))

interface PhpTab {
  page: string
  /** Line of the operation's heading. */
  line: number
  label: string
  code: string
  operation: Operation
}

const pages = (await readFeatures(docs)).filter(({ sizes }) => sizes.operations)
const chosen = choosePages(pages, 100, '1').map(({ file }) => file.replace(/html$/, 'md'))
const compiled = chosen.flatMap(page =>
  compilePage(readFileSync(docs + page, 'utf8'), page).operations.map(operation => ({ page, ...operation })))

/** A PHP tab of the operations of a hundred pages, of each style in turn; `npm run test:pages` runs all tabs of all pages. */
const tabs = compiled.map(({ page, line, ...compiled }, index): PhpTab => {
  const { tabs } = snippets(compiled).find(({ id }) => id === 'php')!
  return { page, line, operation: compiled.operation, ...tabs[index % tabs.length]! }
})

const operations = [...new Set(tabs.map(({ operation }) => operation))]
const { renew, runTab } = await useSandbox({ operations })

/** The problem of a tab with its page and line; undefined if it runs without a warning. */
async function problemOf({ page, line, label, code, operation }: PhpTab): Promise<string[]> {
  renew()
  const { ended, output, errors } = await runTab(code, operation.example.path)
  if (ended === 'done' && !/^(?:Warning|Notice|Deprecated|.*error): /m.test(output)) return []
  const [, inTab = '1'] = /example\.php(?:\(| on line |:)(\d+)/.exec(output) ?? []
  return [`docs/${page}:${line} ${label}, line ${inTab}: ${ended} ${output}${errors}`]
}

it('runs a PHP tab of every operation of the chosen pages', async () => {
  const problems: string[] = []
  for (const [index, tab] of tabs.entries()) {
    problems.push(...await problemOf(tab))
    if (process.stderr.isTTY || index === tabs.length - 1) process.stderr.write(`\rPHP tabs: ${index + 1} of ${tabs.length}`)
  }
  process.stderr.write('\n')

  expect(new Set(tabs.map(({ label }) => label)).size).toBeGreaterThanOrEqual(6)
  expect(problems).toEqual([])
}, 10_000 + tabs.length * 500)

it('reports page, tab and line of one that fails', async () => {
  const tab = { ...tabs[0]!, code: '\n$instance->v3->nowhere->get();' }
  expect(await problemOf(tab)).toEqual([expect.stringContaining(`docs/${tab.page}:${tab.line} ${tab.label}, line 2: failed \nFatal error: Uncaught GuzzleHttp\\`)])
})
