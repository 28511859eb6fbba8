import { relative } from 'node:path'
import ts from 'typescript'
import { configuration } from './configuration.ts'
import { unknownMembers } from './unknown-members.ts'

const { fileNames, options } = configuration('browser')
const sources = fileNames.filter(name => name.includes('/packages/sandbox/src/'))
const program = ts.createProgram(sources, options)

const found = unknownMembers(program, file => sources.includes(file))
for (const message of found) console.log(relative(process.cwd(), message))
process.exitCode = found.length ? 1 : 0
