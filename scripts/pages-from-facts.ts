import { parseArgs } from 'node:util'
import { readFacts } from './facts/facts.ts'
import { toPages, withoutPages } from './pages-from-facts/pages.ts'
import { writePages } from './pages-from-facts/write-pages.ts'

const usage = `Writes a draft page for every operation and notification of the facts, in the dialect of docs/.

Usage: node scripts/pages-from-facts.ts --facts <folder> --out <folder> [--beside <folder>]

  --facts <folder>   folder with apiv3.ndjson, webhooks.ndjson and glossary.ndjson
  --out <folder>     folder to write to; must be empty or not exist
  --beside <folder>  pages to copy into it first; drafts are written of what they lack

Try the pages: npx wxpay-compile check <out>, npx wxpay-compile run <out>, DOCS_DIR=<out> npm run build`

try {
  main()
} catch (error) {
  console.error(`pages-from-facts: ${(error as Error).message}`)
  process.exitCode = 1
}

function main(): void {
  const { facts: from, out, beside, help } = parseArgs({
    options: {
      facts: { type: 'string' }, out: { type: 'string' }, beside: { type: 'string' }, help: { type: 'boolean', short: 'h' },
    },
  }).values
  if (help) return console.log(usage)
  if (!from || !out) throw new Error(`--facts and --out are required\n\n${usage}`)
  const facts = beside ? withoutPages(readFacts(from), beside) : readFacts(from)
  const pages = toPages(facts)
  writePages(pages, out, beside)
  console.log(`${pages.size} pages, ${facts.operations.length} operations, ${facts.notifications.length} notifications`)
}
