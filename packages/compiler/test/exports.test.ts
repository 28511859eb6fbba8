import { expect, test } from 'vitest'

test('public names', async () => {
  expect(Object.keys(await import('../src/index.ts')).sort()).toMatchInlineSnapshot(`
    [
      "compileFolder",
      "compilePage",
      "formatProblem",
      "languages",
      "pathsOf",
      "readOperations",
      "readPrograms",
      "safePages",
      "snippets",
      "styles",
      "textOf",
      "toOpenApi",
    ]
  `)
})

test('the model is types only', async () => {
  expect(Object.keys(await import('../src/model/index.ts'))).toEqual([])
})
