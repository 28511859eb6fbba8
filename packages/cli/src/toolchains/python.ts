import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { needTool, runTool, succeeds } from './tool.ts'
import type { Start, Toolchain } from './toolchain.ts'

/** The library that the examples import. */
export const library = 'wechatpayv3==2.0.4'

const formatter = 'ruff==0.17.6'

/** Python: the library and the formatter are installed in an environment of the folder. */
export const python: Toolchain = {
  install: 'apt-get install python3-venv',
  isInstalled: () => succeeds('python3', '-c', 'import venv, ensurepip'),
  async compile(codes, folder) {
    await needTool(folder, 'python3', ['-m', 'venv', 'venv'])
    const command = (name: string) => join(folder, 'venv/bin', name)
    await needTool(folder, command('pip'), ['install', '--quiet', '--disable-pip-version-check', library, formatter])
    const files = await Promise.all(codes.map(async (code, index) => {
      const file = join(folder, `e${index}.py`)
      await writeFile(file, `${code}\n`)
      return file
    }))
    const ruff = (...args: string[]) => (
      runTool(folder, command('ruff'), [...args, '--isolated', '--output-format=concise', ...files])
    )
    const results = [await ruff('check', '--select=E9,F'), await ruff('format', '--check')]
    const output = results.map(({ output }) => output).join('')
    const complaints = [...output.matchAll(/^(?:.*\/)?e(\d+)\.py:(\d+):\d+: (.*)$/gm)].map(([, index, line, message = '']) => (
      { index: Number(index), line: Number(line), message }
    ))
    if (complaints.length) return complaints
    if (results.some(({ code }) => code !== 0)) throw new Error(`ruff failed:\n${output}`)
    // Unbuffered: what a server printed is not lost when it is stopped.
    return files.map((file): Start => ({ command: command('python'), args: ['-u', file] }))
  },
}
