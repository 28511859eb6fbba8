import type { CompiledOperation, Program } from '@wxpay-live/compiler'
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
  const below = heading + 3
  const { start, end: resume } = written ?? { start: below, end: below }
  tokens.splice(heading, end - heading, ...section(state, 'operation', id, {
    request: [...tokens.slice(heading, below), htmlBlock(state, badge), ...tokens.slice(below, start)],
    example: [htmlBlock(state, headingHtml(level + 1, id, '示例')), example],
    response: tokens.slice(resume, end),
  }))
}

/**
 * Wraps a notification in the same way, if its page has a program below a heading: with what the page says of the program, that
 * can be beside the tables.
 */
export function wrapNotification(state: StateCore, [first]: Program[]): void {
  const { tokens } = state
  const isHeading = ({ type, level }: Token) => type === 'heading_open' && level === 0
  const start = tokens.slice(0, first?.index ?? 0).findLastIndex(isHeading)
  const id = tokens[start]?.attrGet('id')
  if (!first || !id || start <= 0) return
  const next = tokens.findIndex((token, index) => index > first.index && isHeading(token))
  const resume = next < 0 ? tokens.length : next
  state.tokens = section(state, 'operation notification', id, {
    request: tokens.slice(0, start),
    example: tokens.slice(start, resume),
    response: tokens.slice(resume),
  })
}

/** @param id of the example's heading */
function section(
  state: StateCore, name: string, id: string, { request, example, response }: Record<'request' | 'example' | 'response', Token[]>,
): Token[] {
  const html = (content: string) => htmlBlock(state, content)
  return [
    html(`<section class="${name}"><div class="operation-request">\n`),
    ...request,
    html('</div><div class="operation-example"><div>'),
    ...example,
    html('</div></div><div class="operation-response">\n'),
    ...response,
    html(`</div>${floatingRun(id)}</section>\n`),
  ]
}
