// Plain JavaScript without dependencies: runs on any Node before anything is installed.
import { execSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'

const stamp = 'node_modules/.installed'
const wanted = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex')
const installed = existsSync(stamp) ? readFileSync(stamp, 'utf8') : ''

if (installed !== wanted) {
  console.error('Installing dependencies (npm ci) …')
  execSync('npm ci', { stdio: ['ignore', 'inherit', 'inherit'] })
  writeFileSync(stamp, wanted)
}
