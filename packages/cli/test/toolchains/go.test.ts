import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { go } from '../../src/toolchains/go.ts'
import { areComplaints } from '../../src/toolchains/toolchain.ts'
import { temporaryFolder } from '../support/folder.ts'

const program = (statement: string) => `package main

import "fmt"

func main() {
\t${statement}
}`

it('compiles all examples into one program, which runs each', async () => {
  const starts = await go.compile([program('fmt.Print("first")'), program('fmt.Print("second")')], temporaryFolder())
  if (areComplaints(starts)) throw new Error(starts[0]?.message)
  const outputs = starts.map(async ({ command, args }) => (await promisify(execFile)(command, args)).stdout)
  expect(await Promise.all(outputs)).toEqual(['first', 'second'])
})

it('names each example that does not compile or is formatted differently, with the line', async () => {
  const codes = [program('fmt.Print(1)'), program('fmt.Print(unknown)'), program('fmt.Print( 1 )')]
  expect(await go.compile(codes, temporaryFolder())).toEqual([
    { index: 2, message: 'gofmt formats it differently' },
    { index: 1, line: 6, message: 'undefined: unknown' },
  ])
})
