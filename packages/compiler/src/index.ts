// Pages
export { compileFolder, type CompiledFile, type CompiledFolder, type PageSummary } from './compile-folder.ts'
export { compilePage } from './compile-page.ts'
export { readPrograms, type Program } from './page/programs.ts'
export type { CompiledOperation } from './page/read-operation.ts'
export { readOperations, type CompiledPage, type PageContext } from './page/read-operations.ts'
export type { ExampleBlock } from './example/example-block.ts'
export { formatProblem, type Problem } from './diagnostics.ts'

// Snippets
export { snippets, type CodeLanguage } from './snippets/snippets.ts'
export type { Language } from './snippets/language.ts'
export { languages } from './snippets/languages.ts'
export type { SdkLanguage } from './snippets/sdk-language.ts'
export { sdkLanguages } from './snippets/sdk-languages.ts'
export { styles, type Step, type Style } from './snippets/styles.ts'

// Sites
export { contained } from './contained.ts'
export { fieldsOf, withMembers } from './fields-of.ts'
export { closeOf, textOf } from './markdown/tokens.ts'
export { findErrorTables } from './page/error-table.ts'
export { splitFrontMatter, type Page } from './markdown/front-matter.ts'
export { boundLinks } from './markdown/bound-links.ts'

// Documents
export { toOpenApi, type OpenApi } from './openapi/open-api.ts'
export { operationTypesOf } from './types/operations.ts'
export { pathsOf } from './types/paths.ts'

export type * from './model/index.ts'
export type { Tab } from './model/tab.ts'
