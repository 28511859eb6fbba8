import { reportTo, type Problem } from './diagnostics.ts'
import { splitFrontMatter } from './markdown/front-matter.ts'
import { createMarkdown } from './markdown/markdown-it.ts'
import { readOperations, type CompiledPage } from './page/read-operations.ts'

const markdown = createMarkdown()

/**
 * Compiles the Markdown source of one page. Never throws: problems are part of the result.
 * @param file path of the page, relative to the docs folder, such as `openapi/v3/certificates.md`
 */
export function compilePage(
  source: string,
  file: string,
): CompiledPage & { frontmatter: Record<string, unknown> } {
  const problems: Problem[] = []
  const { frontmatter, content, firstLine } = splitFrontMatter(source, reportTo(problems, file))
  const page = readOperations(markdown.parse(content, {}), { file, frontmatter, firstLine })
  return { ...page, frontmatter, problems: [...problems, ...page.problems] }
}
