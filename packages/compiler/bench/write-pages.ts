import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { facts, pageOf } from '../test/support/facts.ts'

/** Writes the pages of all facts into a new folder, `times` copies below different paths, one operation per page. */
export async function writePages(times = 1): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'pages-'))
  for (let copy = 0; copy < times; copy++) {
    for (const fact of facts) {
      const page = fact.page.replace('v3/', `v3/copy-${copy}/`)
      const file = join(folder, fact.verb, `openapi/${page}.md`)
      await mkdir(dirname(file), { recursive: true })
      await writeFile(file, pageOf(fact))
    }
  }
  return folder
}
