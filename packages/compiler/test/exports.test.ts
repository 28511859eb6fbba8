import { expect, test } from 'vitest'

test('exports the public names', async () => {
  expect(Object.keys(await import('../src/index.ts')).sort()).toMatchInlineSnapshot(`
    [
      "boundLinks",
      "closeOf",
      "compileFolder",
      "compilePage",
      "contained",
      "fieldsOf",
      "findErrorTables",
      "formatProblem",
      "languages",
      "operationTypesOf",
      "pathsOf",
      "readOperations",
      "readPrograms",
      "sdkLanguages",
      "snippets",
      "splitFrontMatter",
      "styles",
      "textOf",
      "toOpenApi",
      "withMembers",
    ]
  `)
})

test('exports only types from the model', async () => {
  expect(Object.keys(await import('../src/model/index.ts'))).toEqual([])
})
