import { resolve } from 'node:path'

/** The file to which the tests with random inputs add a line for each property: `{"area":"client/crypto","inputs":100,"faults":0}`. */
export const fuzzCounts = resolve('test-results/fuzz-counts.ndjson')

interface Count { area: string, inputs: number, faults: number }

/** Returns a table of the areas, with the inputs that were tried and the properties that failed. */
export function fuzzReport(lines: string): string {
  const counts = lines.split('\n').filter(Boolean).map((line): Count => JSON.parse(line))
  const sum = (all: Count[], area: string): Count => ({
    area,
    inputs: all.reduce((total, { inputs }) => total + inputs, 0),
    faults: all.reduce((total, { faults }) => total + faults, 0),
  })
  const areas = Array.from(Map.groupBy(counts, ({ area }) => area), ([area, all]) => sum(all, area))
  const rows = [...areas.toSorted((one, other) => one.area < other.area ? -1 : 1), sum(counts, 'all')]
  return [['area', 'inputs', 'faults'], ...rows.map(({ area, inputs, faults }) => [area, String(inputs), String(faults)])]
    .map(([area = '', inputs = '', faults = '']) => `${area.padEnd(24)}${inputs.padStart(10)}${faults.padStart(8)}`).join('\n')
}
