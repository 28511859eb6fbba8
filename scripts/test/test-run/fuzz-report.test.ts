import { expect, test } from 'vitest'
import { fuzzReport } from '../../test-run/fuzz-report.ts'

test('adds up the inputs and faults of each area', () => {
  const lines = [
    '{"area":"sandbox/server","inputs":300,"faults":0}',
    '{"area":"client/crypto","inputs":100,"faults":0}',
    '{"area":"sandbox/server","inputs":17,"faults":1}',
  ]
  expect(fuzzReport(`${lines.join('\n')}\n`).split('\n').map(line => line.split(/\s+/))).toEqual([
    ['area', 'inputs', 'faults'],
    ['client/crypto', '100', '0'],
    ['sandbox/server', '317', '1'],
    ['all', '417', '1'],
  ])
})
