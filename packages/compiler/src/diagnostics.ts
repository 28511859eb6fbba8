/** Something about a page that cannot be used as it is written. */
export interface Problem {
  file: string
  /** 1-based, counted from the top of the file, front matter included. */
  line: number
  /** An error keeps the page out of a build; a warning is only shown. */
  severity: 'error' | 'warning'
  /** What is wrong. */
  message: string
  /** What to write instead. */
  hint: string
}

/** Takes one problem down; `line` is 1-based. */
export type Report = (line: number, message: string, hint: string, severity?: Problem['severity']) => void

/** An error at a line of a file. */
export function problemAt(file: string, line: number, message: string, hint: string): Problem {
  return { file, line, severity: 'error', message, hint }
}

/** Makes a {@link Report} that adds to a list. */
export function reportTo(problems: Problem[], file: string): Report {
  return (line, message, hint, severity = 'error') => {
    problems.push({ file, line, severity, message, hint })
  }
}

/** One line for a terminal: `file:line: what is wrong, what to write instead`. */
export function formatProblem({ file, line, severity, message, hint }: Problem): string {
  return `${file}:${line}: ${severity === 'warning' ? 'warning: ' : ''}${message}, ${hint}`
}
