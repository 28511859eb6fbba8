import type { CompiledOperation } from '@wxpay-live/compiler'
import type StateCore from 'markdown-it/lib/rules_core/state_core.mjs'
import type Token from 'markdown-it/lib/token.mjs'
import { headingHtml } from './heading.ts'
import { htmlBlock } from './html-block.ts'

/** The parts that the renderer adds to an operation. */
export interface OperationParts {
  /** HTML below the heading. */
  badge: string
  /** The token that replaces the written example. */
  example: Token
  /** The id of the example's heading. */
  id: string
}

/** Floats on screens too narrow for the example beside the tables. */
const floatingRun = (id: string) => (
  `<div class="operation-run"><a href="#${id}">示例</a><button type="button" aria-label="运行示例">运行</button></div>`
)

/**
 * Wraps an operation in a section of three parts: its request, its example, its response. The example can then be beside
 * the tables.
 *
 * @param end index of the first token after the operation
 */
export function wrapOperation(
  state: StateCore,
  { heading, example: written }: CompiledOperation,
  end: number,
  { badge, example, id }: OperationParts,
): void {
  const { tokens } = state
  const level = Number(tokens[heading]!.tag.slice(1))
  const html = (content: string) => htmlBlock(state, content)
  const below = heading + 3
  const { start, end: resume } = written ?? { start: below, end: below }
  tokens.splice(
    heading, end - heading,
    html('<section class="operation"><div class="operation-request">\n'),
    ...tokens.slice(heading, below),
    html(badge),
    ...tokens.slice(below, start),
    html(`</div><div class="operation-example"><div>${headingHtml(level + 1, id, '示例')}`),
    example,
    html('</div></div><div class="operation-response">\n'),
    ...tokens.slice(resume, end),
    html(`</div>${floatingRun(id)}</section>\n`),
  )
}
