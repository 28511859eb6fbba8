// Plain JavaScript without dependencies: runs on any Node before anything is installed.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'

const stamp = 'node_modules/.installed'
const wanted = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex')
const installed = existsSync(stamp) ? readFileSync(stamp, 'utf8') : ''

if (installed !== wanted) {
  console.error('Installing dependencies (npm ci), which takes a few minutes …')
  const started = Date.now()
  const progress = () => console.error(`  ${Math.round((Date.now() - started) / 1000)} s`)
  // On a terminal npm shows its own progress.
  const timer = process.stderr.isTTY ? undefined : setInterval(progress, 10_000)
  const npm = spawn('npm ci', { shell: true, stdio: ['ignore', 'inherit', 'inherit'] })
  const [code] = await once(npm, 'close')
  clearInterval(timer)
  if (code === 0) writeFileSync(stamp, wanted)
  else process.exitCode = 1
}
