import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { withTolerances } from './facts/tolerances.ts'

const file = fileURLToPath(import.meta.resolve('@wxpay-live/openapi/catalog.json'))

await writeFile(file, JSON.stringify(withTolerances(JSON.parse(await readFile(file, 'utf8')))))
