import { execFileSync } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { compilePage } from '../src/index.ts'
import { facts, pageOf } from '../test/support/facts.ts'
import { cpuSeconds } from './cpu-seconds.ts'
import { writePages } from './write-pages.ts'

const folder = await writePages()
const program = join(import.meta.dirname, 'compile-folder.ts')
const output = execFileSync(process.execPath, [program, folder], { encoding: 'utf8' })
const cold = JSON.parse(output) as Record<'seconds' | 'clock' | 'memory', number>
await rm(folder, { recursive: true })

// The largest page, as the dev server compiles it after a change.
const pages = facts.map(fact => ({ file: `openapi/${fact.page}.md`, source: pageOf(fact) }))
const largest = pages.reduce((a, b) => a.source.length > b.source.length ? a : b)
for (const { source, file } of pages.slice(0, 100)) compilePage(source, file)
const start = cpuSeconds()
compilePage(`${largest.source}\n`, largest.file)

process.stdout.write(JSON.stringify({
  'all pages, cold, seconds': cold.seconds,
  'all pages, cold, wall-clock seconds': cold.clock,
  'all pages, cold, MB': cold.memory,
  'one changed page, ms': (cpuSeconds() - start) * 1000,
}))
