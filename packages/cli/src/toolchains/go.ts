import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { needTool, runTool, succeeds } from './tool.ts'
import type { Complaint, Start, Toolchain } from './toolchain.ts'

/** The library that the examples import. */
export const library = 'github.com/wechatpay-apiv3/wechatpay-go v0.2.21'

const module = ['module example', 'go 1.22', `require ${library}`, ''].join('\n\n')

/** Lets Go add the library to `go.mod`, and not look for a repository around the folder. */
const env = { GOFLAGS: '-mod=mod -buildvcs=false' }

/** Go: every example is a package of one program, so that they are linked once. */
export const go: Toolchain = {
  install: 'apt-get install golang',
  isInstalled: () => succeeds('go', 'version'),
  async compile(codes, folder) {
    await writeFile(join(folder, 'go.mod'), module)
    await Promise.all(codes.map((code, index) => writePackage(join(folder, `e${index}`), `e${index}`, code)))
    await writeFile(join(folder, 'main.go'), dispatcher(codes.length))
    const unformatted = (await needTool(folder, 'gofmt', ['-l', '.'])).trim().split('\n').filter(file => file !== '')
    const complaints = unformatted.map(file => ({ index: indexOf(file), message: 'gofmt formats it differently' }))
    const { code, output } = await runTool(folder, 'go', ['build', '-gcflags=-e', '-o', 'examples', '.'], env)
    if (code !== 0) complaints.push(...complaintsOf(output))
    if (complaints.length) return complaints
    return codes.map((_, index): Start => ({ command: join(folder, 'examples'), args: [String(index)] }))
  },
}

/** Changes the package clause and exports `main`; the rest is the example as it is copied. */
async function writePackage(folder: string, name: string, code: string): Promise<void> {
  await mkdir(folder)
  await writeFile(join(folder, 'main.go'), `${code.replace(/^package main$/m, `package ${name}`)}\n`)
  await writeFile(join(folder, 'export.go'), `package ${name}\n\nfunc Main() { main() }\n`)
}

/** Writes the program that runs the example of a number. */
function dispatcher(count: number): string {
  const names = Array.from({ length: count }, (_, index) => `e${index}`)
  return [
    'package main', '',
    'import (', '\t"os"', '\t"strconv"', '', ...names.map(name => `\t"example/${name}"`).toSorted(), ')', '',
    `var examples = []func(){${names.map(name => `${name}.Main`).join(', ')}}`, '',
    'func main() {', '\tindex, _ := strconv.Atoi(os.Args[1])', '\texamples[index]()', '}', '',
  ].join('\n')
}

const indexOf = (path: string) => Number(/^e(\d+)\//.exec(path)?.[1] ?? -1)

/** @throws Error if the compiler complains of no example */
function complaintsOf(output: string): Complaint[] {
  const complaints = [...output.matchAll(/^(?:\.\/)?(e\d+\/main\.go):(\d+):\d+: (.*)$/gm)].map(([, path = '', line, message = '']) => (
    { index: indexOf(path), line: Number(line), message }
  ))
  if (!complaints.length) throw new Error(`go build failed:\n${output}`)
  return complaints
}
