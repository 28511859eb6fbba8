import { compilePage, fieldsOf } from '@wxpay-live/compiler'
import type { Field, Notification, Operation } from '@wxpay-live/compiler/model'
import type { MarkdownEnv, MarkdownRenderer } from 'vitepress'
import { headingsOf } from './headings.ts'
import type { Section } from './section.ts'

/** Splits a page into sections: one per operation, one for a notification, or else one per heading. */
export function sectionsOf(source: string, env: MarkdownEnv, md: MarkdownRenderer): Section[] {
  const { operations, notification, frontmatter } = compilePage(source, env.relativePath)
  const { description, product } = frontmatter
  const about = typeof description === 'string' ? [description] : []
  const titles = (title: string) => [...typeof product === 'string' ? [product] : [], title]
  if (notification) {
    return [{ anchor: '', titles: titles(notification.title), ...wordsOfNotification(notification, about) }]
  }
  if (!operations.length) return headingsOf(source, env, md)
  return operations.map(({ operation }, index) => ({
    anchor: index ? operation.anchor : '',
    titles: titles(operation.title),
    ...wordsOfOperation(operation, about),
  }))
}

function wordsOfOperation(operation: Operation, about: string[]) {
  const { method, path, errors = [] } = operation
  const codes = errors.map(({ code }) => code)
  const identifiers = [method, path, path.replaceAll('/', ' ')]
  return { identifiers, ...wordsOfFields(fieldsOf(operation), [...about, ...codes]) }
}

function wordsOfNotification({ event, resource, alternatives = [] }: Notification, about: string[]) {
  return { identifiers: [event], ...wordsOfFields([...resource, ...alternatives.flat()], about) }
}

function wordsOfFields(fields: Field[], about: string[]) {
  const names = unique(fields.map(({ name }) => name))
  const others = unique(nestedWords(fields)).filter(word => !names.includes(word))
  return { names: [...names, ...about], others }
}

const unique = (words: string[]) => [...new Set(words)]

/** Returns the enum values of fields, and the names and enum values of all nested fields. */
const nestedWords = (fields: Field[]): string[] => fields.flatMap(({ enum: values = [], children = [] }) => [
  ...values, ...children.map(({ name }) => name), ...nestedWords(children),
])
