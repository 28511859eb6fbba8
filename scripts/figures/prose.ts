import ts from 'typescript'
import { commentRanges, parseScript, type Script, scriptsOf, walk } from './script.ts'

/** English for people: a comment, a test title, a message, a paragraph. Lines count from 1. */
export interface Prose { file: string, line: number, text: string }

const cjk = /[\u3000-\u9fff\uff00-\uffef]/
const code = /[{};=]|=>|::|\/\/|<\/|\$\(/

/** Whether a string literal is English for people, not data or code. */
export function isSentence(text: string): boolean {
  const words = text.split(/\s+/).filter(word => /^\W?[a-z][a-z'’-]*\W?$/i.test(word))
  return words.length >= 3 && !cjk.test(text) && !code.test(text)
}

function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length
}

/** Comments without their marks and without code spans, neighbouring line comments joined. */
function commentsOf({ code, firstLine }: Script, source: ts.SourceFile): Omit<Prose, 'file'>[] {
  const comments: (Omit<Prose, 'file'> & { end: number })[] = []
  for (const [start, end] of commentRanges(source)) {
    const last = comments.at(-1)
    const text = code.slice(start, end).replace(/^\/\*\*?|\*\/$|^\/\/|^\s*\* ?/gm, '')
    if (last && code.startsWith('//', start) && /^\s*$/.test(code.slice(last.end, start))) {
      last.text += text
      last.end = end
    } else {
      comments.push({ line: firstLine + lineOf(code, start), text, end })
    }
  }
  return comments
}

/** String literals and templates that are sentences; a template's expressions become `…`. */
function sentencesOf({ code, firstLine }: Script, source: ts.SourceFile): Omit<Prose, 'file'>[] {
  const sentences: Omit<Prose, 'file'>[] = []
  walk(source, (node) => {
    const text = ts.isStringLiteralLike(node)
      ? node.text
      : ts.isTemplateExpression(node)
        ? node.head.text + node.templateSpans.map(span => `…${span.literal.text}`).join('')
        : ''
    if (isSentence(text)) sentences.push({ line: firstLine + lineOf(code, node.getStart()), text })
  })
  return sentences
}

/** The lines of a guide outside code blocks. */
function paragraphsOf(text: string): Omit<Prose, 'file'>[] {
  let fenced = false
  return text.split('\n').flatMap((content, index) => {
    const fence = /^\s*(```|~~~)/.test(content)
    if (fence) fenced = !fenced
    return fence || fenced ? [] : [{ line: index + 1, text: content }]
  })
}

function withoutCode(text: string): string {
  return text.replace(/`[^`]*`/g, '`…`').replace(/\s+/g, ' ').trim()
}

/** The English prose of a file, by its extension: Markdown, or comments and strings of a program. */
export function proseOf(file: string, text: string): Prose[] {
  const found = file.endsWith('.md')
    ? paragraphsOf(text)
    : scriptsOf(file, text).flatMap((script) => {
        const source = parseScript(script)
        return [...commentsOf(script, source), ...sentencesOf(script, source)]
      })
  return found
    .map(({ line, text }) => ({ file, line, text: withoutCode(text) }))
    .filter(({ text }) => text && !cjk.test(text))
}
