import type { RunnableLanguage } from '../../session/types.ts'

/** A container of members: an object literal, or an array of PHP with keys. */
export interface Container {
  /** Index of its closing bracket. */
  close: number
  /** Index behind its last member or comma; behind its opening bracket if it is empty. */
  end: number
}

/** The members of the literals in some code. */
export interface Members {
  /** Index of the key of each path, such as `json.amount.total`: of the first item of a list. */
  keys: Map<string, number>
  /** The container at each path; the arguments of the call have an empty path. */
  containers: Map<string, Container>
}

interface Frame {
  path: string
  /** The key whose value follows. */
  key: string | undefined
  /** Whether a key may follow. */
  isStart: boolean
  hasKeys: boolean
  isParenthesis: boolean
  end: number
}

const tokens: Record<RunnableLanguage, RegExp> = {
  typescript: /\/\/.*|\/\*[^]*?\*\/|'(?:\\.|[^\\'\n])*'|"(?:\\.|[^\\"\n])*"|`(?:\\[^]|[^\\`])*`|[\w$]+|\s+|[^]/g,
  php: /\/\/.*|#.*|\/\*[^]*?\*\/|'(?:\\[^]|[^\\'])*'|"(?:\\[^]|[^\\"])*"|[\w$]+|\s+|=>|[^]/g,
}

/** Finds the members of all literals in code that may be half written. */
export function membersOf(code: string, language: RunnableLanguage): Members {
  const members: Members = { keys: new Map(), containers: new Map() }
  const frames: Frame[] = []
  const assignment = language === 'php' ? /\s*=>/y : /\s*:/y
  for (const { 0: token, index } of code.matchAll(tokens[language])) {
    const frame = frames.at(-1)
    if (/^(?:\s|\/[/*]|#)/.test(token)) continue
    if (/^[([{]$/.test(token)) {
      frames.push(open(token, index, frame))
      continue
    }
    if (/^[)\]}]$/.test(token)) {
      frames.pop()
      if (frame) close(frame, index)
      const outer = frames.at(-1)
      if (outer) outer.end = index + 1
      continue
    }
    if (!frame) continue
    if (token === ',') Object.assign(frame, { isStart: true, key: undefined })
    else if (frame.isStart) start(frame, token, index)
    frame.end = index + token.length
  }
  return members

  function start(frame: Frame, token: string, index: number): void {
    frame.isStart = false
    assignment.lastIndex = index + token.length
    if (!assignment.test(code) || frame.isParenthesis) return
    frame.key = /^['"]/.test(token) ? token.slice(1, -1) : token
    frame.hasKeys = true
    const path = join(frame.path, frame.key)
    if (!members.keys.has(path)) members.keys.set(path, index)
  }

  function close({ path, hasKeys, isParenthesis, end }: Frame, index: number): void {
    const isObject = hasKeys || (language === 'typescript' && code[index] === '}')
    if (isParenthesis || !isObject || members.containers.has(path)) return
    members.containers.set(path, { close: index, end })
  }
}

const join = (path: string, key: string | undefined) => [path, key].filter(Boolean).join('.')

function open(bracket: string, index: number, outer: Frame | undefined): Frame {
  const isParenthesis = bracket === '('
  const path = isParenthesis || !outer ? '' : join(outer.path, outer.key)
  return { path, key: undefined, isStart: true, hasKeys: false, isParenthesis, end: index + 1 }
}

/** The 1-based line of an index. */
export const lineOf = (code: string, index: number) => code.slice(0, index).split('\n').length
