import { compileFolder } from '@wxpay-live/compiler'
import { checkFolder, formatRefused } from './facts/check-folder.ts'
import { checkGlossary } from './facts/check-glossary.ts'
import { compareFolder, formatDifference } from './facts/compare-folder.ts'
import { readFacts } from './facts/facts.ts'

/** Prints where the pages differ from the facts, and what our own pages must not say; exit code 1 if there is any. */
const [, , folder] = process.argv
const pages = await compileFolder(folder ?? 'docs')
const differences = compareFolder(pages)
const refused = folder === undefined
  ? [...checkFolder(pages), ...checkGlossary(pages, readFacts().glossary)]
  : []
for (const difference of differences) console.log(formatDifference(difference))
for (const problem of refused) console.log(formatRefused(problem))
console.log(`${differences.length} differences from the facts, ${refused.length} problems of our own pages`)
process.exitCode = differences.length || refused.length ? 1 : 0
