import { expect, it } from 'vitest'
import { formatDuration } from '../../theme/duration.ts'

it.each([
  [0, '0 毫秒'],
  [12.6, '13 毫秒'],
  [999.9, '1.0 秒'],
  [1000, '1.0 秒'],
  [10_049, '10.0 秒'],
])('formats %d ms as %s', (milliseconds, text) => {
  expect(formatDuration(milliseconds)).toBe(text)
})
