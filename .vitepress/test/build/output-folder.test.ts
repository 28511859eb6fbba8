import { existsSync, mkdirSync, mkdtempSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { fillFolder } from '../../build/output-folder.ts'

const create = () => mkdtempSync(join(tmpdir(), 'output-'))

it('writes files, and deletes those of an earlier build', () => {
  const folder = create()
  mkdirSync(join(folder, 'old/older'), { recursive: true })
  writeFileSync(join(folder, 'old/older/a.html'), 'a')
  const output = fillFolder(folder)
  output.write('new/a.html', '关单')
  output.write('b.bin', Uint8Array.of(1, 2))
  output.close()
  expect(readFileSync(join(folder, 'new/a.html'), 'utf8')).toBe('关单')
  expect([...readFileSync(join(folder, 'b.bin'))]).toEqual([1, 2])
  expect(existsSync(join(folder, 'old/older/a.html'))).toBe(false)
})

it('leaves files alone that are as they should be', () => {
  const folder = create()
  for (const [name, text] of Object.entries({ same: 'abc', changed: 'abc' })) {
    writeFileSync(join(folder, name), text)
    utimesSync(join(folder, name), 1, 1)
  }
  const output = fillFolder(folder)
  output.write('same', 'abc')
  output.write('changed', 'abd')
  output.close()
  expect(statSync(join(folder, 'same')).mtimeMs).toBe(1000)
  expect(statSync(join(folder, 'changed')).mtimeMs).not.toBe(1000)
  expect(readFileSync(join(folder, 'changed'), 'utf8')).toBe('abd')
})

it('copies a folder', () => {
  const [from, folder] = [create(), create()]
  mkdirSync(join(from, 'assets'))
  writeFileSync(join(from, 'assets/a.js'), 'a')
  const output = fillFolder(folder)
  output.copy(from)
  output.close()
  expect(readFileSync(join(folder, 'assets/a.js'), 'utf8')).toBe('a')
})
