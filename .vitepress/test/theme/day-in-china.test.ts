import { expect, it } from 'vitest'
import { dayInChina } from '../../theme/day-in-china.ts'

it('says the day that it is in China', () => {
  expect(dayInChina(Date.UTC(2026, 10, 2, 15, 59))).toBe('2026年11月2日')
  expect(dayInChina(Date.UTC(2026, 11, 31, 16))).toBe('2027年1月1日')
})
