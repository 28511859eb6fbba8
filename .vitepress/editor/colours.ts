import { HighlightStyle } from '@codemirror/language'
import { tags } from '@lezer/highlight'

/** The colours of Shiki's themes in `markdown/highlight.ts`, as the custom properties that Shiki writes. */
const colour = (light: string, dark: string) => ({ '--shiki-light': light, '--shiki-dark': dark })

const keyword = colour('#A0111F', '#FF7B72')
const constant = colour('#023B95', '#79C0FF')
const text = colour('#032563', '#A5D6FF')
const call = colour('#622CBC', '#D2A8FF')
const parameter = colour('#702C00', '#FFA657')
const comment = colour('#66707B', '#8B949E')

const { definition, function: fn, special, variableName } = tags

/** Colours code as Shiki does: `colours.test.ts` compares both on all examples. */
export const colours = HighlightStyle.define([
  { tag: [tags.keyword, tags.operator], ...keyword },
  { tag: [tags.bool, tags.null, tags.self, tags.atom, tags.number], ...constant },
  { tag: [tags.typeName, tags.namespace], ...constant },
  { tag: [tags.constant(variableName), definition(variableName)], ...constant },
  { tag: [tags.string, special(tags.string), tags.regexp], ...text },
  { tag: [fn(variableName), fn(tags.propertyName), fn(definition(variableName))], ...call },
  { tag: tags.className, ...call },
  { tag: [tags.local(variableName), tags.local(tags.propertyName)], ...parameter },
  { tag: tags.comment, ...comment },
  // Last, because a cast of PHP is also a type.
  { tag: tags.typeOperator, ...keyword },
])
