import ts from 'typescript'
import { expect, test } from 'vitest'
import { unknownMembers } from '../../typecheck/unknown-members.ts'

const head = `
  interface Answer { id: string, paid?: boolean, amount: { total: number } }
  type Action = (id: string) => Promise<Answer | undefined>
  declare const amount: { total: number }
  declare const rest: { mchid: string }
`

/** Checks one program; returns the names that are reported. */
function check(program: string): (string | undefined)[] {
  const options = { strict: true, target: ts.ScriptTarget.ES2022, lib: ['lib.es2022.d.ts'] }
  const host = ts.createCompilerHost(options)
  const { getSourceFile } = host
  host.getSourceFile = (name, ...others) => name === 'program.ts'
    ? ts.createSourceFile(name, head + program, ts.ScriptTarget.ES2022)
    : getSourceFile.call(host, name, ...others)
  const compiled = ts.createProgram(['program.ts'], options, host)
  expect(compiled.getSemanticDiagnostics()).toEqual([])
  return unknownMembers(compiled, name => name === 'program.ts').map(message => /“(.*)”/.exec(message)?.[1])
}

test.each([
  ['const action: Action = async id => ({ id, amount, payed: true })', ['payed']],
  ['const action: Action = async id => { if (id) return { id, amount, pai: true }; return undefined }', ['pai']],
  ['const action: Action = async id => ({ id, amount: { ...amount, totl: 1 } })', ['totl']],
  ['const actions: Record<string, Action> = { pay: async id => ({ ...rest, id, amount, payed: true }) }', ['payed']],
])('reports members that the compiler lets through: %s', (program, names) => {
  expect(check(program)).toEqual(names)
})

test.each([
  'const action: Action = async id => ({ id, amount, paid: true })',
  'const action: Action = async id => ({ ...rest, id, amount })',
  'const open: Record<string, number> = { anything: 1 }',
  'const any: unknown = { anything: 1 }',
  'const free = { anything: 1 }',
  'const either: { a: 1 } | { b: 2 } = { b: 2 }',
])('reports nothing else: %s', (program) => {
  expect(check(program)).toEqual([])
})
