import { pathsOf } from '../src/index.ts'
import { catalogOfFacts } from '../test/support/facts.ts'
import { errorsIn } from '../test/support/type-check.ts'
import { cpuSeconds } from './cpu-seconds.ts'

/** A program that uses the types of every request and response. */
const program = `import type { Paths } from './paths.ts'
type Values<T> = T[keyof T]
export type Everything = Values<{ [P in keyof Paths]: Values<{ [V in keyof Paths[P]]: [P, V, Paths[P][V]] }> }>
export const everything = (value: Everything): string => value[0]`

function seconds(files: Record<string, string>): number {
  const start = cpuSeconds()
  const errors = errorsIn(files)
  if (errors.length) throw new Error(errors.join('\n'))
  return cpuSeconds() - start
}

const paths = pathsOf(catalogOfFacts())
seconds({ 'program.ts': 'export {}' }) // loads the TypeScript libraries, which both runs share
const empty = seconds({ 'program.ts': 'export {}' })
const full = seconds({ 'program.ts': program, 'paths.ts': paths })
process.stdout.write(JSON.stringify({ 'type check with the full path map beyond an empty program, seconds': full - empty }))
