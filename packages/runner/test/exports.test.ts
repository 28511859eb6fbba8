import { expect, it } from 'vitest'
import * as runner from '../src/index.ts'
import * as phpNode from '../src/php/node.ts'
import * as typescriptNode from '../src/typescript/node.ts'

it('exports these names', () => {
  expect(Object.keys(runner).sort()).toEqual(['CodeError', 'reuseWorker', 'run'])
  expect(Object.keys(phpNode).sort()).toEqual(['compilePhp', 'createPhpWorker', 'phpWasmFile'])
  expect(Object.keys(typescriptNode)).toEqual(['createTypescriptWorker'])
})
