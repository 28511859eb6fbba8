import ts from 'typescript'
import { parse } from 'vue/compiler-sfc'

/** A script and the line of its file at which it starts, counted from 0. */
export interface Script { code: string, firstLine: number }

/** The scripts of a file: a Vue component has up to two, any other file is one. */
export function scriptsOf(file: string, text: string): Script[] {
  if (!file.endsWith('.vue')) return [{ code: text, firstLine: 0 }]
  const { script, scriptSetup } = parse(text).descriptor
  return [script, scriptSetup].flatMap(block =>
    block ? [{ code: block.content, firstLine: block.loc.start.line - 1 }] : [])
}

/** Parses a script; each node knows its parent. */
export function parseScript({ code }: Script): ts.SourceFile {
  return ts.createSourceFile('script.ts', code, ts.ScriptTarget.Latest, true)
}

/** Visits a node and everything below it, tokens included. */
export function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node)
  for (const child of node.getChildren()) walk(child, visit)
}

/** Start and end of each comment of a script. */
export function commentRanges(source: ts.SourceFile): [start: number, end: number][] {
  const ends = new Map<number, number>()
  walk(source, (node) => {
    if (node.getChildCount() > 0) return
    const ranges = [
      ...ts.getLeadingCommentRanges(source.text, node.pos) ?? [],
      ...ts.getTrailingCommentRanges(source.text, node.end) ?? [],
    ]
    for (const { pos, end } of ranges) ends.set(pos, end)
  })
  return [...ends].sort(([a], [b]) => a - b)
}
