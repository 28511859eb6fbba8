import { relative } from 'node:path'
import { ESLint } from 'eslint'

const rules = new Set([
  '@typescript-eslint/no-restricted-imports',
  'import-x/no-relative-packages',
  'import-x/no-restricted-paths',
  'no-restricted-syntax',
])

/** Lists the imports against the layers and the import table, each as `file:line: message`. */
export async function checkLayers(): Promise<string[]> {
  const eslint = new ESLint({ ruleFilter: ({ ruleId }) => rules.has(ruleId) })
  const results = await eslint.lintFiles('.')
  return results.flatMap(({ filePath, messages }) =>
    messages.map(({ line, message }) => `${relative('.', filePath)}:${line}: ${message}`))
}
