import { readdirSync } from 'node:fs'

const sandbox = 'packages/sandbox/src'

/** The layers of the sandbox, lowest first; each imports only layers before it. */
const layers = [
  ['values'],
  ['replies'],
  ['identity'],
  ['scenarios'],
  ['state'],
  ['diagnose'],
  ['engine'],
  ['notifications'],
  ['flows'],
  ['control'],
  ['sandbox.ts', 'check.ts', 'local-fetch.ts', 'msw.ts', 'index.ts'],
  ['server'],
  ['cli', 'cli.ts'],
]

/** The other products that the flows of a product may import, besides `flows/kit`. */
const products = {
  bill: ['payment', 'profitsharing', 'refund', 'transfer'],
  busifavor: ['favor'],
  businesscircle: ['payment'],
  cancellation: ['bill', 'complaint', 'fund'],
  combinepapay: ['payment'],
  compensation: ['fund', 'payment'],
  complaint: ['payment'],
  ecommerce: ['fund', 'payment', 'profitsharing', 'refund'],
  fund: ['bill'],
  individual: ['abnormal', 'fund', 'payment'],
  onboarding: ['applyment', 'cancellation'],
  payscore: ['payment'],
  profitsharing: ['fund', 'payment'],
  refund: ['fund', 'payment'],
}

const layerZones = layers.slice(0, -1).map((layer, index) => ({
  target: layer.map(name => `${sandbox}/${name}`),
  from: layers.slice(index + 1).flat().map(name => `${sandbox}/${name}`),
  message: 'A layer imports only layers before it: see scripts/lint/layers.js.',
}))

const productZones = readdirSync(`${sandbox}/flows`, { withFileTypes: true })
  .filter(entry => entry.isDirectory())
  .map(({ name }) => ({
    target: `${sandbox}/flows/${name}`,
    from: `${sandbox}/flows`,
    except: [...new Set(['kit', name, ...products[name] ?? []])].map(allowed => `./${allowed}`),
    message: `Flows of ${name} import only flows/kit and the products that scripts/lint/layers.js lists for it.`,
  }))

/** Zones for `import-x/no-restricted-paths`: the imports that the sandbox's layers and products may not have. */
export const sandboxZones = [...layerZones, ...productZones]
