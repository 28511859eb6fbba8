import { reportTo, type Problem } from './diagnostics.ts'
import { splitFrontMatter, type Page } from './markdown/front-matter.ts'
import { createMarkdown } from './markdown/markdown-it.ts'
import { readOperations, type CompiledPage } from './page/read-operations.ts'

const markdown = createMarkdown()

/** Characters that a page may have: more than ten times our longest, and few enough for any page to compile in seconds. */
const maxLength = 1_000_000

/**
 * Compiles the Markdown source of one page. Never throws: problems are part of the result.
 * @param file path of the page, relative to the docs folder, such as `openapi/v3/certificates.md`
 */
export function compilePage(
  source: string,
  file: string,
): CompiledPage & Pick<Page, 'frontmatter' | 'lineOf'> {
  const problems: Problem[] = []
  const report = reportTo(problems, file)
  const isLong = source.length > maxLength
  if (isLong) report(1, `the page has ${source.length} characters`, `split it, up to ${maxLength} are read`)
  const { frontmatter, lineOf, content, firstLine } = splitFrontMatter(isLong ? '' : source, report)
  const page = readOperations(markdown.parse(content, {}), { file, frontmatter, lineOf, firstLine })
  return { ...page, frontmatter, lineOf, problems: [...problems, ...page.problems] }
}
