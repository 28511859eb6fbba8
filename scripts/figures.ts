import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { commitSubjects } from './commits/history.ts'
import { countCodeLines, summarize } from './figures/code-lines.ts'
import { findCycles, readImports } from './figures/cycles.ts'
import { guideFiles, programFiles, sourceFiles } from './figures/files.ts'
import { checkLayers } from './figures/layers.ts'
import { type Finding, findPhrases } from './figures/phrases.ts'
import { type Prose, proseOf } from './figures/prose.ts'

const usage = 'usage: npm run figures -- [--list [path …]]: --list names each phrase below the paths'

const { values: { list }, positionals: paths } = parseArgs({
  options: { list: { type: 'boolean', default: false } },
  allowPositionals: true,
})
if (paths.length && !list) throw new Error(usage)

/** The package, or the folder, a file belongs to. */
function packageOf(file: string): string {
  const [, inside] = file.match(/^packages\/([^/]+)/) ?? []
  return inside ?? (file.includes('/') ? file.slice(0, file.indexOf('/')) : 'root')
}

async function printImports(): Promise<void> {
  const cycles = findCycles(readImports(programFiles()))
  const againstLayers = await checkLayers()
  console.log(`Circular imports: ${cycles.length}`)
  for (const files of cycles) console.log(`  ${files.join(' ↔ ')}`)
  console.log(`Imports against the layers: ${againstLayers.length}`)
  for (const line of againstLayers) console.log(`  ${line}`)
}

function printLengths(): void {
  const lines = sourceFiles().map((file): [string, number] => [file, countCodeLines(file, readFileSync(file, 'utf8'))])
  const groups = Object.groupBy(lines, ([file]) => packageOf(file))
  const rows = { ...groups, whole: lines }
  console.log('\nLines of code a source file (no tests, comments or blank lines)')
  console.table(Object.fromEntries(Object.entries(rows).map(([name, files = []]) => {
    const { over200, longestFile, ...rest } = summarize(files)
    const share = `${over200} (${(over200 / files.length * 100).toFixed(1)} %)`
    return [name, { ...rest, 'over 200': share, 'longest file': longestFile.split('/').slice(-2).join('/') }]
  })))
}

function readProse(): Prose[] {
  const files = [...programFiles(), ...guideFiles()]
  const commits = (commitSubjects() ?? []).map((text, index) => ({ file: 'commits', line: index + 1, text }))
  return [...files.flatMap(file => proseOf(file, readFileSync(file, 'utf8'))), ...commits]
}

function printProse(prose: Prose[], findings: Finding[]): void {
  const pieces = Object.groupBy(prose, ({ file }) => packageOf(file))
  const found = Object.groupBy(findings, ({ file }) => packageOf(file))
  console.log('\nPhrases that read like a translation, in comments, messages, test titles, guides and commit subjects')
  console.table(Object.fromEntries(Object.entries({ ...pieces, whole: prose }).map(([name, texts = []]) => {
    const phrases = name === 'whole' ? findings.length : found[name]?.length ?? 0
    return [name, { texts: texts.length, phrases, percent: Math.round(phrases / texts.length * 100) }]
  })))
}

/** The worst files first, each phrase with its advice. */
function printFindings(findings: Finding[]): void {
  const files = Map.groupBy(findings, ({ file }) => file)
  for (const [name, found] of [...files].toSorted(([, a], [, b]) => b.length - a.length)) {
    console.log(`\n${name}: ${found.length}`)
    for (const { file, line, phrase, text, plain } of found) {
      console.log(`  ${file}:${line}: “${phrase}” → ${plain}\n      ${text.slice(0, 160)}`)
    }
  }
}

const prose = readProse()
const findings = prose.flatMap(findPhrases)
if (list) {
  const wanted = (file: string) => paths.length === 0 || paths.some(path => file.startsWith(path))
  printFindings(findings.filter(({ file }) => wanted(file)))
} else {
  await printImports()
  printLengths()
  printProse(prose, findings)
}
