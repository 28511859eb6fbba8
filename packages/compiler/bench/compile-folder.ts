import { compileFolder } from '../src/index.ts'
import { cpuSeconds } from './cpu-seconds.ts'

const { pages } = await compileFolder(process.argv[2]!)
if (pages.length < 1018) throw new Error(`only ${pages.length} pages`)
// Time since the process started, so loading the compiler counts; peak memory.
const memory = process.resourceUsage().maxRSS / 1024
process.stdout.write(JSON.stringify({ seconds: cpuSeconds(), clock: performance.now() / 1000, memory }))
