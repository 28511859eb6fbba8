import type MarkdownIt from 'markdown-it'
import type Token from 'markdown-it/lib/token.mjs'

/**
 * Makes the attributes of a page valid HTML without meaning for a template engine: merges duplicate names (classes are
 * joined), numbers duplicate ids, and drops names such as `onclick`, `@click`, `:class`, `v-if` and `is`. Use it before
 * the plugins that read attributes.
 */
export function safeAttributes(markdown: MarkdownIt): void {
  markdown.core.ruler.push('safe-attributes', ({ tokens }) => {
    const ids = new Map<string, number>()
    for (const token of tokens.flatMap(token => [token, ...token.children ?? []])) {
      if (token.attrs) token.attrs = uniqueId(merge(token.attrs.filter(isHarmless)), ids)
    }
  })
}

type Attributes = NonNullable<Token['attrs']>

function isHarmless([name]: [string, string]): boolean {
  return /^[A-Za-z_][\w.-]*$/.test(name) && !/^(?:on|v-|(?:is|key|ref|slot)$)/i.test(name)
}

function merge(attributes: Attributes): Attributes {
  const merged = new Map<string, string>()
  for (const [name, value] of attributes) {
    const first = merged.get(name)
    merged.set(name, first !== undefined && name === 'class' ? `${first} ${value}` : first ?? value)
  }
  return [...merged]
}

/** @param ids the ids in use, with the last number given to each */
function uniqueId(attributes: Attributes, ids: Map<string, number>): Attributes {
  return attributes.map(([name, value]) => {
    if (name !== 'id') return [name, value]
    let count = ids.get(value) ?? 1
    let id = value
    while (ids.has(id)) id = `${value}-${++count}`
    ids.set(value, count)
    if (id !== value) ids.set(id, 1)
    return [name, id]
  })
}
