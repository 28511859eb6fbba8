import { commentRanges, parseScript, scriptsOf } from './script.ts'

/** How long the files of one package are. */
export interface Lengths {
  files: number
  median: number
  longest: number
  longestFile: string
  over200: number
}

/** Counts the lines of a program file without comments and blank lines. */
export function countCodeLines(file: string, text: string): number {
  let code = text.replace(/<!--[\s\S]*?-->/g, '')
  for (const script of scriptsOf(file, text)) {
    let bare = script.code
    for (const [start, end] of commentRanges(parseScript(script)).reverse()) {
      bare = bare.slice(0, start) + bare.slice(end)
    }
    code = code.replace(script.code, () => bare)
  }
  return code.split('\n').filter(line => line.trim()).length
}

/** Sums up the code lines of the files of a package. */
export function summarize(files: [file: string, lines: number][]): Lengths {
  const sorted = files.toSorted(([, a], [, b]) => a - b)
  const [longestFile, longest] = sorted.at(-1) ?? ['', 0]
  return {
    files: files.length,
    median: sorted[Math.floor(files.length / 2)]?.[1] ?? 0,
    longest,
    longestFile,
    over200: files.filter(([, lines]) => lines > 200).length,
  }
}
