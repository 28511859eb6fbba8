import { expect, test } from 'vitest'
import { can, current, type Machine, move } from '../../src/state/machine.ts'

const door: Machine<'open' | 'lock' | 'expire'> = {
  name: 'door',
  label: '门',
  key: ['number'],
  state: 'is',
  transitions: {
    open: { from: ['CLOSED'], to: 'OPEN' },
    lock: { from: ['CLOSED', 'LOCKED'], to: 'LOCKED' },
    expire: { from: ['OPEN'], to: 'CLOSED' },
  },
  expires: ({ until }) => Number(until),
  refusals: { LOCKED: ['NO_AUTH', '门锁着'] },
  missing: ['NOT_FOUND', '没有这扇门'],
  used: ['INVALID_REQUEST', '这扇门已存在'],
}

test('moves the state by the table, and keeps other members', () => {
  const closed = { number: '1', is: 'CLOSED' }
  expect(can(door, closed, 'open')).toBe(true)
  expect(move(door, closed, 'open')).toEqual({ number: '1', is: 'OPEN' })
  expect(closed.is).toBe('CLOSED')
  expect(move(door, { is: 'LOCKED' }, 'lock')).toEqual({ is: 'LOCKED' })
})

test('refuses with the state\'s own refusal, else with the state\'s name', () => {
  expect(can(door, { is: 'LOCKED' }, 'open')).toBe(false)
  expect(() => move(door, { is: 'LOCKED' }, 'open')).toThrow('403 NO_AUTH: 门锁着')
  expect(() => move(door, { is: 'OPEN' }, 'lock')).toThrow('400 INVALID_REQUEST: 当前状态（OPEN）不支持此操作')
})

test('expires at its time, in states that allow it, and never without a time', () => {
  const open = { is: 'OPEN', until: 1000 }
  expect(current(door, open, 999)).toBe(open)
  expect(current(door, open, 1000)).toEqual({ is: 'CLOSED', until: 1000 })
  expect(current(door, { ...open, is: 'LOCKED' }, 1000).is).toBe('LOCKED')
  expect(current(door, { is: 'OPEN' }, 1000).is).toBe('OPEN')
  const lasting = { ...door }
  delete lasting.expires
  expect(current(lasting, open, 1000).is).toBe('OPEN')
})
