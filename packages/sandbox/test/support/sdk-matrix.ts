import json from '../../examples/sdks/matrix.json' with { type: 'json' }

/** Result of a program by one way in: failed steps with reasons, one reason for all steps, or `null` if it was not run. */
export type Outcome = Record<string, string> | string | null

/** An SDK, the folder of its program (default: its name), and the results by its own setting and behind the proxy. */
export interface Sdk {
  name: string
  folder?: string
  version: string
  own: Outcome
  intercepted: Outcome
}

/** The ways in: the SDK's own setting, and `wxpay-sandbox run`. */
export const ways = ['own', 'intercepted'] as const

export const { steps } = json
export const sdks: Sdk[] = json.sdks

/** Returns the steps that succeed. */
export function passed(outcome: Outcome): string[] {
  return typeof outcome === 'object' && outcome ? steps.filter(step => !(step in outcome)) : []
}

/** Formats the matrix as the guide shows it: one row for each SDK and way in, with the reasons below. */
export function matrixTable(): string {
  const reasons: string[] = []
  const mark = (reason: string) => {
    if (!reasons.includes(reason)) reasons.push(reason)
    return `不能 [${reasons.indexOf(reason) + 1}]`
  }
  const cell = (outcome: Outcome, step: string) => {
    if (outcome === null) return '未试'
    const reason = typeof outcome === 'string' ? outcome : outcome[step]
    return reason === undefined ? '过' : mark(reason)
  }
  const rows = sdks.flatMap(({ name, version, ...outcomes }) => ways.map(way => (
    [`${name} ${version}`, titles[way], ...steps.map(step => cell(outcomes[way], step))]
  )))
  const lines = [['SDK', '接法', ...steps], ['---', '---', ...steps.map(() => '---')], ...rows]
  return [
    ...lines.map(cells => `| ${cells.join(' | ')}`), '',
    ...reasons.map((reason, index) => `${index + 1}. ${reason}。`),
  ].join('\n')
}

const titles = { own: '换地址', intercepted: '`run`' }
