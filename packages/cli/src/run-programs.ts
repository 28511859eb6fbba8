import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Catalog, Problem } from '@wxpay-live/compiler'
import { createSandbox } from '@wxpay-live/sandbox'
import { createIdentity } from '@wxpay-live/sandbox/identity'
import { serve } from '@wxpay-live/sandbox/server'
import { inLanes } from './in-lanes.ts'
import { type Place, runReceiver, runRequest } from './run-example.ts'
import type { RunnableCode } from './run-examples.ts'
import { writeSettings } from './sandbox-settings.ts'
import { areComplaints, type Start, type Toolchain } from './toolchains/toolchain.ts'

/**
 * Compiles examples together and runs each as a process, as many at a time as there are processors, each time against a
 * sandbox that was reset.
 *
 * @param onDone called after each with the number done so far
 * @returns one problem for each that does not compile; if all compile, one for each that fails
 */
export async function runPrograms(
  codes: RunnableCode[],
  toolchain: Toolchain,
  catalog: Catalog,
  onDone: (done: number) => void = () => {},
): Promise<Problem[]> {
  const folder = await mkdtemp(join(tmpdir(), 'wxpay-examples-'))
  try {
    const sources = join(folder, 'sources')
    await mkdir(sources)
    const compiled = await toolchain.compile(codes.map(({ code }) => code), sources)
    if (areComplaints(compiled)) {
      return compiled.map(({ index, line, message }) => {
        const place = line === undefined ? '' : `line ${line} of its code: `
        return problemOf(codes[index]!, `does not compile: ${place}${message}`)
      })
    }
    return await runAll(codes, compiled, { catalog, folder, onDone })
  } finally {
    await rm(folder, { recursive: true })
  }
}

interface RunAll {
  catalog: Catalog
  folder: string
  onDone: (done: number) => void
}

async function runAll(
  codes: RunnableCode[], starts: Start[], { catalog, folder, onDone }: RunAll,
): Promise<Problem[]> {
  const identity = await createIdentity()
  const upload = join(folder, 'upload')
  await writeFile(upload, '…')
  const shared = { ...await writeSettings(identity, folder), WXPAY_FILE: upload }
  let done = 0

  async function open() {
    const sandbox = createSandbox({ catalog, identity, strict: false })
    // wechatpay-java reads headers by their case, which Node's own `Response` does not keep.
    const server = await serve({ sandbox, port: 0, overrideGlobalObjects: true })
    const place: Place = { sandbox, folder, settings: { ...shared, WXPAY_BASE_URL: server.url } }
    return { place, close: () => server.close() }
  }

  const programs = codes.map((example, index) => ({ example, start: starts[index]! }))
  const problems = await inLanes(programs, open, async ({ example, start }, { place }) => {
    await place.sandbox.control.reset()
    const reason = example.event === undefined
      ? await runRequest(start, place)
      : await runReceiver(start, example.event, place)
    onDone(++done)
    return reason === undefined ? [] : [problemOf(example, `does not run: ${reason}`)]
  })
  return problems.flat()
}

const problemOf = ({ file, line, label }: RunnableCode, complaint: string): Problem => ({
  file, line, severity: 'error', message: `“${label}” ${complaint}`, hint: 'correct the example or its tables',
})
