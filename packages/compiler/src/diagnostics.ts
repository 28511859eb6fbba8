/** Something wrong with a page. */
export interface Problem {
  file: string
  /** 1-based, counted from the top of the file, front matter included. */
  line: number
  /** An error fails a build; a warning is only shown. */
  severity: 'error' | 'warning'
  /** What was wrong. */
  message: string
  /** What to do. */
  hint: string
}

/** Records one problem; `line` is 1-based. */
export type Report = (line: number, message: string, hint: string, severity?: Problem['severity']) => void

/** Creates an error at a 1-based line of a file. */
export function problemAt(file: string, line: number, message: string, hint: string): Problem {
  return { file, line, severity: 'error', message, hint }
}

/** Creates a {@link Report} that adds to a list. */
export function reportTo(problems: Problem[], file: string): Report {
  return (line, message, hint, severity = 'error') => {
    problems.push({ file, line, severity, message, hint })
  }
}

/** Formats a problem as one line: `file:line: what was wrong, what to do`. */
export function formatProblem({ file, line, severity, message, hint }: Problem): string {
  return `${file}:${line}: ${severity === 'warning' ? 'warning: ' : ''}${message}, ${hint}`
}
