import { expect, test } from 'vitest'

test('exports these public names', async () => {
  expect({
    '.': Object.keys(await import('../src/index.ts')),
    './diagnose': Object.keys(await import('../src/diagnose/index.ts')),
    './identity': Object.keys(await import('../src/identity/index.ts')),
    './msw': Object.keys(await import('../src/msw.ts')),
    './server': Object.keys(await import('../src/server/index.ts')),
  }).toMatchInlineSnapshot(`
    {
      ".": [
        "clientSettings",
        "createSandbox",
        "scenarioHeader",
        "scenarios",
      ],
      "./diagnose": [
        "diagnose",
      ],
      "./identity": [
        "createIdentity",
      ],
      "./msw": [
        "sandboxHandlers",
        "controlHandlers",
      ],
      "./server": [
        "serve",
        "stateFile",
      ],
    }
  `)
})
