import { rm } from 'node:fs/promises'
import { compileFolder } from '../src/index.ts'
import { cpuSeconds } from './cpu-seconds.ts'
import { writePages } from './write-pages.ts'

/** The shortest of three runs, since disturbances only add time. */
async function seconds(folder: string): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < 3; round++) {
    const start = cpuSeconds()
    await compileFolder(folder)
    times.push(cpuSeconds() - start)
  }
  return Math.min(...times)
}

const [one, four] = [await writePages(), await writePages(4)]
await compileFolder(one)
const factor = await seconds(four) / await seconds(one)
for (const folder of [one, four]) await rm(folder, { recursive: true })
process.stdout.write(JSON.stringify({ 'four times the pages, factor of the time': factor }))
