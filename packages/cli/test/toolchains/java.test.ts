import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { java } from '../../src/toolchains/java.ts'
import { areComplaints } from '../../src/toolchains/toolchain.ts'
import { temporaryFolder } from '../support/folder.ts'

const program = (statement: string) => `// Maven

import com.wechat.pay.java.core.http.HttpMethod;

public class Example {
  public static void main(String[] args) {
    ${statement}
  }
}`

it('runs each example with the library', async () => {
  const codes = ['GET', 'PUT'].map(method => program(`System.out.print(HttpMethod.${method});`))
  const starts = await java.compile(codes, temporaryFolder())
  if (areComplaints(starts)) throw new Error(starts[0]?.message)
  const outputs = starts.map(async ({ command, args }) => (await promisify(execFile)(command, args)).stdout)
  expect(await Promise.all(outputs)).toEqual(['GET', 'PUT'])
})

it('names each example that does not compile or is formatted differently, with the line', async () => {
  const codes = ['print(HttpMethod.GET)', 'print(HttpMethod.HEAD)', 'print( HttpMethod.GET )']
  expect(await java.compile(codes.map(code => program(`System.out.${code};`)), temporaryFolder())).toEqual([
    { index: 2, message: 'google-java-format formats it differently' },
    { index: 1, line: 7, message: 'cannot find symbol: variable HEAD' },
  ])
})
