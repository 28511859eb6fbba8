import { expect, it } from 'vitest'
import { overwrite } from '../../src/php/overwrite.ts'

const memory = (text: string) => new Uint8Array(Buffer.from(text))

it('replaces only a whole constant', () => {
  const bytes = memory('\0php script no\0php script\0rest\0')
  overwrite(bytes, 'php script', 'a.php')
  expect(Buffer.from(bytes).toString()).toBe('\0php script no\0a.php\0ript\0rest\0')
})

it('throws if there is no such constant', () => {
  const bytes = memory('php scrip')
  expect(() => overwrite(bytes, 'php script', 'a')).toThrow('this build of PHP has no "php script"')
  expect(Buffer.from(bytes).toString()).toBe('php scrip')
})
