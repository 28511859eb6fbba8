import js from '@eslint/js'
import stylistic from '@stylistic/eslint-plugin'
import vue from 'eslint-plugin-vue'
import { defineConfig, globalIgnores } from 'eslint/config'
import ts from 'typescript-eslint'
import vueParser from 'vue-eslint-parser'

/** Which of our own packages each package may import; see the table in README.md. */
const allowedImports = {
  client: [],
  compiler: [],
  openapi: [],
  sandbox: ['compiler/model', 'client/crypto', 'client/signing', 'openapi/catalog.json'],
  runner: ['client', 'client/crypto'],
}

const boundary = ([name, allowed]) => ({
  files: [`packages/${name}/src/**`],
  rules: {
    'no-restricted-imports': ['error', {
      patterns: [
        {
          regex: `^@wxpay-live/(?!(?:${allowed.join('|') || '-'})$)`,
          message: `packages/${name} may import ${allowed.join(', ') || 'none of our packages'}.`,
        },
        { regex: '^(?:\\.\\./)+(?:client|compiler|openapi|sandbox|runner)/', message: 'Import packages by name.' },
        ...(name === 'client' ? [{ regex: '^node:', message: 'Only src/sync/node*.ts may import Node modules.' }] : []),
      ],
    }],
  },
})

export default defineConfig(
  globalIgnores(['.vitepress/dist', '.vitepress/cache', '**/dist', '**/generated', '**/*.d.ts', '**/fixtures/**']),
  js.configs.recommended,
  ts.configs.recommended,
  vue.configs['flat/recommended'],
  stylistic.configs.customize({ indent: 2, quotes: 'single', semi: false, braceStyle: '1tbs', arrowParens: false }),
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'no-undef': 'off',
      'no-console': 'error',
      'eqeqeq': ['error', 'always'],
      '@typescript-eslint/no-explicit-any': 'error',
      '@stylistic/max-len': ['error', { code: 110, ignoreUrls: true, ignoreStrings: true, ignoreTemplateLiterals: true, ignoreRegExpLiterals: true, ignoreComments: true }],
      '@stylistic/max-statements-per-line': ['error', { max: 2 }],
    },
  },
  {
    files: ['**/*.vue'],
    languageOptions: { parser: vueParser, parserOptions: { parser: ts.parser } },
    rules: {
      'vue/multi-word-component-names': 'off',
      'vue/max-attributes-per-line': 'off',
      'vue/singleline-html-element-content-newline': 'off',
      'vue/html-self-closing': 'off',
      // What is shown as HTML is Shiki's output at build time.
      'vue/no-v-html': 'off',
    },
  },
  { files: ['scripts/**', '.vitepress/*.ts', '.vitepress/markdown/**', '**/cli.ts', '**/*bench*'], rules: { 'no-console': 'off' } },
  Object.entries(allowedImports).map(boundary),
  { files: ['packages/client/src/sync/node*.ts'], rules: { 'no-restricted-imports': 'off' } },
  {
    files: ['.vitepress/**'],
    rules: {
      'no-restricted-imports': ['error', { patterns: [{ regex: 'packages/', message: 'Import packages by name.' }] }],
    },
  },
)
