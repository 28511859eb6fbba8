import { expect, test } from 'vitest'

test('exports these public names', async () => {
  expect({
    '.': Object.keys(await import('../src/index.ts')),
    './check': Object.keys(await import('../src/check.ts')),
    './diagnose': Object.keys(await import('../src/diagnose/index.ts')),
    './identity': Object.keys(await import('../src/identity/index.ts')),
    './local-fetch': Object.keys(await import('../src/local-fetch.ts')),
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
      "./check": [
        "findingsOf",
        "routeBy",
      ],
      "./diagnose": [
        "diagnose",
      ],
      "./identity": [
        "createIdentity",
      ],
      "./local-fetch": [
        "isOfControl",
        "localFetch",
      ],
      "./msw": [
        "sandboxHandlers",
      ],
      "./server": [
        "serve",
        "stateFile",
      ],
    }
  `)
})
