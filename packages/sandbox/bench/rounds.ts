/** Runs each measurement once per round, so that a busy moment affects all; returns their medians. */
export async function rounds(
  count: number, measurements: Record<string, () => Promise<number>>,
): Promise<Record<string, number>> {
  const all = Object.entries(measurements)
    .map(([name, measure]) => ({ name, measure, results: [] as number[] }))
  for (let round = 0; round < count; round++) {
    for (const { measure, results } of all) results.push(await measure())
  }
  return Object.fromEntries(all.map(({ name, results }) => [name, median(results)]))
}

const median = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)]!
