import { withoutValues } from '../facts/check-glossary.ts'
import type { GlossaryEntry } from '../facts/facts.ts'

/** Returns the description of a field, given its name and the name of its parent. */
export type Describe = (name: string, parent: string) => string

const groups: Record<string, string> = {
  query: '声明请求的查询参数',
  headers: '声明请求的HTTP头',
  json: '声明请求的`JSON`数据结构',
  body: '声明请求的数据结构',
}

/** Describes fields with the glossary's texts; a field without one is described by its name. */
export function createDescribe(glossary: GlossaryEntry[]): Describe {
  const texts = new Map(glossary.flatMap(({ name, parent, text }) => (
    text ? [[`${parent}.${name}`, withoutValues(text)]] : []
  )))
  return (name, parent) => texts.get(`${parent}.${name}`) ?? (parent === 'request' ? groups[name] : undefined) ?? name
}
