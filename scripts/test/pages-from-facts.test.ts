import { spawnSync } from 'node:child_process'
import { existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { compilePage } from '@wxpay-live/compiler'
import { describe, expect, it } from 'vitest'
import { readFacts } from '../facts/facts.ts'
import { toPages } from '../pages-from-facts/pages.ts'
import { toProducts } from '../pages-from-facts/products.ts'
import { unfinished } from '../pages-from-facts/unfinished.ts'

const folder = fileURLToPath(new URL('fixtures/facts', import.meta.url))
const facts = readFacts(folder)
const pages = toPages(facts)

describe('pages from facts', () => {
  it.each([...pages.keys()])('writes the stored page %s', async (page) => {
    await expect(pages.get(page)).toMatchFileSnapshot(`fixtures/pages/${page}`)
  })

  it('stores no page that is no longer written', () => {
    const stored = globSync('**/*.md', { cwd: fileURLToPath(new URL('fixtures/pages', import.meta.url)) })
    expect(stored.sort()).toEqual([...pages.keys()].sort())
  })

  it('writes pages that compile without an error and hold every operation and notification', () => {
    const compiled = Array.from(pages, ([page, text]) => compilePage(text, page))
    const problems = compiled.flatMap(page => page.problems)
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([])
    const operations = compiled.flatMap(({ operations }) => operations.map(({ operation }) => operation))
    expect(operations.map(({ method, title }) => `${method} ${title}`).sort())
      .toEqual(facts.operations.map(({ verb, title }) => `${verb} ${title}`).sort())
    expect(compiled.flatMap(({ notification }) => notification?.event ?? []))
      .toEqual(facts.notifications.map(({ event }) => event))
  })
})

describe('products of drafts', () => {
  it('are the twenty largest groups of paths, and the rest by the forty', () => {
    const large = Array.from({ length: 20 }, (_, group) => [`v3/large-${group}/a`, `v3/large-${group}/b`]).flat()
    const small = Array.from({ length: 50 }, (_, group) => `v3/small-${group}`)
    const products = toProducts([...small, ...large])
    expect(new Set(large.map(page => products.get(page)?.name)).size).toBe(20)
    const others = Map.groupBy(small, page => products.get(page)?.slug)
    expect(Array.from(others, ([slug, pages]) => [slug, pages.length])).toEqual([['others-1', 40], ['others-2', 10]])
  })
})

describe('the command', () => {
  const run = (...args: string[]) => spawnSync(process.execPath, ['scripts/pages-from-facts.ts', ...args], { encoding: 'utf8' })

  it('writes every page, and the pictures of the site, into the folder', () => {
    const out = join(mkdtempSync(join(tmpdir(), 'pages-')), 'drafts')
    const { stdout, status } = run('--facts', folder, '--out', out)
    expect({ stdout, status }).toEqual({
      stdout: `${pages.size} pages, ${facts.operations.length} operations, ${facts.notifications.length} notifications\n`,
      status: 0,
    })
    expect(globSync('**/*.*', { cwd: out }).sort()).toEqual([...pages.keys(), 'public/favicon.svg', 'public/og.png'].sort())
    for (const [page, text] of pages) expect(readFileSync(join(out, page), 'utf8'), page).toBe(text)
  })

  it('copies the pages of another folder, and writes drafts of what they lack', () => {
    const ours = mkdtempSync(join(tmpdir(), 'pages-'))
    const kept = 'openapi/v3/billdownload/file.md'
    mkdirSync(dirname(join(ours, kept)), { recursive: true })
    for (const page of [kept, 'index.md']) writeFileSync(join(ours, page), 'ours')
    const out = join(mkdtempSync(join(tmpdir(), 'pages-')), 'drafts')
    const drafts = facts.operations.filter(({ page }) => page !== 'v3/billdownload/file' && !(page in unfinished))
    expect(run('--facts', folder, '--out', out, '--beside', ours).stdout)
      .toContain(`${drafts.length} operations, ${facts.notifications.length} notifications`)
    for (const page of [kept, 'index.md']) expect(readFileSync(join(out, page), 'utf8')).toBe('ours')
    expect(globSync('{openapi,webhook}/**/*.md', { cwd: out }).sort())
      .toEqual([...pages.keys()].filter(page => /^(?:openapi|webhook)\//.test(page) && !(page.slice(8, -3) in unfinished)).sort())
  })

  it('leaves out only pages that the facts have and we have not written', () => {
    const { operations } = readFacts('packages/facts')
    for (const page of Object.keys(unfinished)) {
      expect(operations.map(fact => fact.page)).toContain(page)
      expect(existsSync(`docs/openapi/${page}.md`), page).toBe(false)
    }
  })

  it('refuses a folder that is not empty, in one line', () => {
    const out = mkdtempSync(join(tmpdir(), 'pages-'))
    writeFileSync(join(out, 'mine.md'), '')
    const { stderr, status } = run('--facts', folder, '--out', out)
    expect({ stderr, status }).toEqual({
      stderr: `pages-from-facts: ${out} is not empty: remove it, or choose another --out\n`, status: 1,
    })
  })

  it('shows its usage with --help, and if an option is missing', () => {
    const [help, missing] = [run('--help'), run('--facts', folder)]
    expect(help).toMatchObject({ status: 0, stdout: expect.stringContaining('--out <folder>') })
    expect(missing).toMatchObject({ status: 1, stderr: expect.stringContaining(help.stdout) })
  })
})
