import fc from 'fast-check'

/** Not in a browser, where random inputs are tried, but none is kept. */
const fs = globalThis.process?.getBuiltinModule?.('node:fs')

/** Inputs that once failed, by the names of their properties: one JSON file of each test file. */
export interface KeptInputs<Input> {
  list: () => Input[]
  /** Adds one for the runs to come. Returns `false` if JSON cannot hold it, such as a list of commands. */
  add: (input: Input) => boolean
}

/** Opens the kept inputs of a property; without a file system, there are none. */
export function keptInputs<Input>(file: string, property: string): KeptInputs<Input> {
  const read = (): Record<string, Input[]> => fs?.existsSync(file) ? decode(fs.readFileSync(file, 'utf8')) : {}
  const list = () => read()[property] ?? []
  return {
    list,
    add(input) {
      const before = list()
      if (!fs || fc.stringify(decode(encode(input))) !== fc.stringify(input)) return false
      if (before.some(known => encode(known) === encode(input))) return true
      const all = encode({ ...read(), [property]: [...before, input] })
      fs.mkdirSync(file.slice(0, file.lastIndexOf('/')), { recursive: true })
      fs.writeFileSync(file, `${all}\n`)
      return true
    },
  }
}

interface Bytes { $bytes: number[] }

const encode = (value: unknown) => JSON.stringify(value, (_, part: unknown) =>
  part instanceof Uint8Array ? { $bytes: [...part] } satisfies Bytes : part, 2)

const decode = <Value>(text: string): Value => JSON.parse(text, (_, part: Partial<Bytes> | null) =>
  part?.$bytes ? Uint8Array.from(part.$bytes) : part)
