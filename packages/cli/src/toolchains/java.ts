import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { needTool, runTool, succeeds } from './tool.ts'
import type { Complaint, Start, Toolchain } from './toolchain.ts'

/** The version of the library that the examples import. */
export const version = '0.2.17'

const formatter = 'com.google.googlejavaformat:google-java-format:1.28.0:jar:all-deps'

const project = `<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>example</groupId>
  <artifactId>example</artifactId>
  <version>1</version>
  <dependencies>
    <dependency>
      <groupId>com.github.wechatpay-apiv3</groupId>
      <artifactId>wechatpay-java</artifactId>
      <version>${version}</version>
    </dependency>
  </dependencies>
</project>
`

/** The formatter reads sources with the compiler's own classes. */
const exported = ['api', 'code', 'file', 'parser', 'tree', 'util']
  .map(name => `--add-exports=jdk.compiler/com.sun.tools.javac.${name}=ALL-UNNAMED`)

/** Java: compiles all examples in one run of javac, each in a package of its own. */
export const java: Toolchain = {
  install: 'apt-get install maven default-jdk-headless',
  isInstalled: () => succeeds('mvn', '--version') && succeeds('javac', '--version'),
  async compile(codes, folder) {
    await writeFile(join(folder, 'pom.xml'), project)
    await needTool(folder, 'mvn', ['--quiet', 'dependency:copy', `-Dartifact=${formatter}`, '-DoutputDirectory=formatter'])
    const written = await Promise.all(codes.map((code, index) => writeSources(folder, index, code)))
    const complaints = [
      ...await unformatted(folder, written.map(({ original }) => original)),
      ...await compileErrors(folder, written.map(({ inPackage }) => inPackage), await classpath(folder, 'compile')),
    ]
    if (complaints.length) return complaints
    const path = [join(folder, 'classes'), await classpath(folder, 'runtime')].join(delimiter)
    return codes.map((_, index): Start => (
      { command: 'java', args: ['-XX:TieredStopAtLevel=1', '-cp', path, `e${index}.Example`] }
    ))
  },
}

/** Writes an example as it is copied, and another in a package, declared on its first line. */
async function writeSources(folder: string, index: number, code: string) {
  const original = join(folder, `original/e${index}/Example.java`)
  const inPackage = join(folder, `packages/e${index}/Example.java`)
  for (const [file, text] of [[original, code], [inPackage, `package e${index}; ${code}`]] as const) {
    await mkdir(join(file, '..'), { recursive: true })
    await writeFile(file, `${text}\n`)
  }
  return { original, inPackage }
}

/** The jars of the library, by scope: a program sees fewer classes when it is compiled than when it runs. */
async function classpath(folder: string, scope: 'compile' | 'runtime'): Promise<string> {
  const options = [`-DincludeScope=${scope}`, `-Dmdep.outputFile=${scope}.path`]
  await needTool(folder, 'mvn', ['--quiet', 'dependency:build-classpath', ...options])
  return (await readFile(join(folder, `${scope}.path`), 'utf8')).trim()
}

const indexOf = (path: string) => Number(/\be(\d+)\/Example\.java$/.exec(path)?.[1])

/** @throws Error if the formatter fails otherwise */
async function unformatted(folder: string, files: string[]): Promise<Complaint[]> {
  await writeFile(join(folder, 'files'), files.join('\n'))
  const jar = join(folder, 'formatter/google-java-format-1.28.0-all-deps.jar')
  const { code, output } = await runTool(folder, 'java', [...exported, '-jar', jar, '--dry-run', '@files'])
  const named = output.split('\n').filter(line => /^\S+\/Example\.java$/.test(line))
  if (!named.length && code !== 0) return syntaxErrors(output)
  return named.map(file => ({ index: indexOf(file), message: 'google-java-format formats it differently' }))
}

/** The formatter cannot read what does not compile; the compiler says why. */
function syntaxErrors(output: string): Complaint[] {
  if (/Example\.java:\d+:\d+: error/.test(output)) return []
  throw new Error(`google-java-format failed:\n${output}`)
}

/** File, line and message; two lines below that show the place, an unknown symbol. */
const compileError = /^(.*\/e\d+\/Example\.java):(\d+): error: (.*)(?:(?:\n.*){2}\n {2}symbol: +(.*))?$/gm

/** @throws Error if the compiler complains of no example */
async function compileErrors(folder: string, files: string[], path: string): Promise<Complaint[]> {
  await writeFile(join(folder, 'packaged'), files.join('\n'))
  const { code, output } = await runTool(folder, 'javac', ['-Xmaxerrs', '10000', '-encoding', 'UTF-8', '-d', 'classes', '-cp', path, '@packaged'])
  const complaints = [...output.matchAll(compileError)].map(([, file = '', line, message = '', symbol]) => (
    { index: indexOf(file), line: Number(line), message: symbol ? `${message}: ${symbol}` : message }
  ))
  if (code !== 0 && !complaints.length) throw new Error(`javac failed:\n${output}`)
  return complaints
}
