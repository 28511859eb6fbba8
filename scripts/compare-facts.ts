import { compileFolder } from '@wxpay-live/compiler'
import { compareFolder, formatDifference } from './facts/compare-folder.ts'

/** Prints where the pages differ from the facts; exit code 1 if they do. */
const differences = compareFolder(await compileFolder(process.argv[2] ?? 'docs'))
for (const difference of differences) console.log(formatDifference(difference))
console.log(`${differences.length} differences from the facts`)
process.exitCode = differences.length ? 1 : 0
