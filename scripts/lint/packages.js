/**
 * Which entries of our packages a folder may import: `x/*` is every entry of x, `types` may be imported as types only,
 * `tests` is for tests and benches on top. `never` lists packages of others.
 */
const table = {
  'packages/client': { tests: ['client/*', 'facts/*', 'sandbox/*'] },
  'packages/compiler': { tests: ['client', 'facts/*'], never: ['vue', 'vitepress', 'msw', 'node:http', 'node:https'] },
  'packages/openapi': {},
  'packages/facts': {},
  'packages/sandbox': {
    may: ['client/crypto', 'client/names', 'client/signing'],
    types: ['compiler/model', 'openapi/*'],
    tests: ['client', 'compiler', 'facts/*', 'openapi/*', 'sandbox/*'],
    never: ['vue', 'vitepress'],
  },
  'packages/sandbox/src/{server,cli}': {
    may: ['client/crypto', 'client/signing', 'openapi/catalog.json'],
    types: ['compiler/model'],
    never: ['vue', 'vitepress'],
  },
  'packages/runner': { may: ['client/*'], tests: ['compiler', 'facts/*', 'sandbox/*'], never: ['vue', 'vitepress'] },
  'packages/cli': {
    may: ['compiler', 'sandbox/*', 'runner/*'],
    types: ['compiler/model'],
    tests: ['client'],
    never: ['vue', 'vitepress'],
  },
  'packages/wxpay-sandbox': { may: ['sandbox/*'] },
  'packages/wxpay-compile': { may: ['cli/*'] },
  '.vitepress': {
    may: ['compiler', 'openapi/*', 'runner/php-node'],
    types: ['compiler/model'],
    tests: ['client', 'runner/*', 'sandbox/*'],
  },
  '.vitepress/{theme,session}': { may: ['compiler/literals', 'compiler/sdk-languages', 'sandbox/*', 'runner/*'], types: ['compiler', 'compiler/model'] },
  '.vitepress/editor': { may: ['client/names', 'sandbox/check'], types: ['compiler/model'] },
}

const pattern = entries => entries.map(entry => entry.replace(/\/\*$/, '(?:/.*)?')).join('|') || '-'

/** A regular expression for our packages outside a list of entries; a query (`?worker`) does not count. */
const allBut = entries => `^@wxpay-live/(?!(?:${pattern(entries)})(?:\\?.*)?$)`

const sources = {
  regex: '^(?:\\.\\./)+(?:packages/)?(?:client|compiler|openapi|facts|sandbox|runner|cli)/src/',
  message: 'Import packages by name.',
}

/** Selects the `import()` and `import.meta.resolve()` that the rule on import statements does not see. */
function dynamicImports({ regex, message }) {
  // A slash would end the regular expression of a selector.
  const value = `/${regex.replaceAll('/', '\\u002F')}/`
  const calls = ['ImportExpression', 'CallExpression[callee.object.type="MetaProperty"][callee.property.name="resolve"]']
  const texts = [`Literal[value=${value}]`, `TemplateLiteral > TemplateElement:first-child[value.raw=${value}]`]
  return calls.flatMap(call => texts.map(text => ({ selector: `${call} > ${text}`, message })))
}

function boundary(files, folder, { may = [], types = [], never = [] }) {
  const list = [...may, ...types.map(entry => `types of ${entry}`)].join(', ') || 'none of our packages'
  const message = `${folder} may import ${list}: see scripts/lint/packages.js.`
  const others = never.map(name => ({ regex: `^${name}(?:/|$)`, message: `${folder} works without ${name}.` }))
  const patterns = [{ regex: allBut([...may, ...types]), message }, sources, ...others]
  const typesOnly = types.length ? [{ regex: `^@wxpay-live/(?:${pattern(types)})$`, message, allowTypeImports: true }] : []
  return {
    files,
    rules: {
      '@typescript-eslint/no-restricted-imports': ['error', { patterns: [...patterns, ...typesOnly] }],
      'no-restricted-syntax': ['error', ...[...patterns, ...typesOnly].flatMap(dynamicImports)],
    },
  }
}

/** The import table of the packages as ESLint configurations: one for a folder, one for its tests, benches and examples. */
export const packageBoundaries = Object.entries(table).flatMap(([folder, row]) => {
  const { may = [], types = [], tests = [] } = row
  return [
    boundary([`${folder}/**`], folder, row),
    boundary([`${folder}/{test,bench,examples}/**`], `The tests of ${folder}`, { may: [...may, ...types, ...tests] }),
  ]
})
