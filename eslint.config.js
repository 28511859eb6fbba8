import js from '@eslint/js'
import stylistic from '@stylistic/eslint-plugin'
import { createNodeResolver, importX } from 'eslint-plugin-import-x'
import vue from 'eslint-plugin-vue'
import { defineConfig, globalIgnores } from 'eslint/config'
import ts from 'typescript-eslint'
import vueParser from 'vue-eslint-parser'
import { sandboxZones } from './scripts/lint/layers.js'
import { packageBoundaries } from './scripts/lint/packages.js'

export default defineConfig(
  globalIgnores(['**/dist', '.vitepress/cache', '**/generated', '**/*.d.ts', '**/fixtures/**']),
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
    languageOptions: { parser: vueParser },
    rules: {
      'vue/multi-word-component-names': 'off',
      'vue/max-attributes-per-line': 'off',
      'vue/singleline-html-element-content-newline': 'off',
      'vue/html-self-closing': 'off',
      // The only such HTML is Shiki's output at build time.
      'vue/no-v-html': 'off',
    },
  },
  { files: ['scripts/**', 'templates/**', 'packages/*/examples/**', '.vitepress/*.ts', '.vitepress/markdown/**', '**/cli.ts', '**/*bench*'], rules: { 'no-console': 'off' } },
  {
    plugins: { 'import-x': importX },
    // A component is also read when a script imports it.
    languageOptions: { parserOptions: { parser: ts.parser } },
    settings: {
      'import-x/extensions': ['.ts', '.js', '.vue'],
      'import-x/ignore': ['/node_modules/'],
      'import-x/parsers': { '@typescript-eslint/parser': ['.ts', '.js'], 'vue-eslint-parser': ['.vue'] },
      'import-x/resolver-next': [createNodeResolver({ conditionNames: ['wxpay-live:source', 'import', 'default'] })],
    },
  },
  {
    files: ['packages/*/src/**', '.vitepress/**', 'scripts/**'],
    ignores: ['**/test/**'],
    rules: { 'import-x/no-cycle': ['error', { ignoreExternal: true }] },
  },
  {
    files: ['packages/*/src/**', '.vitepress/**'],
    rules: { 'import-x/no-relative-packages': 'error' },
  },
  {
    files: ['packages/sandbox/**'],
    rules: { 'import-x/no-restricted-paths': ['error', { zones: sandboxZones }] },
  },
  packageBoundaries,
)
