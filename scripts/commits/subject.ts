const maximum = 72

const format = /^(?:build|ci|chore|docs|feat|fix|perf|refactor|revert|style|test)(?:\([a-z\d-]+\))?!?: (?<first>\S+)(?: .*)?$/

const notVerbs = new Set([
  'a', 'an', 'the', 'this', 'that', 'these', 'those', 'each', 'every', 'any', 'all', 'both', 'no', 'none', 'nothing', 'one',
  'what', 'where', 'when', 'who', 'whose', 'how', 'why', 'if', 'as', 'in', 'on', 'of', 'for', 'from', 'with', 'without', 'by',
  'to', 'at', 'only', 'also', 'it', 'its', 'they', 'their', 'we', 'more', 'less', 'several', 'two', 'three',
])

/** Verbs that end like a past form, a present participle or a third person. */
const verbs = new Set([
  'bring', 'embed', 'feed', 'need', 'seed', 'shed', 'speed', 'string', 'swing', 'address', 'alias', 'bias', 'bypass',
  'canvas', 'compress', 'discuss', 'express', 'focus', 'pass', 'process', 'suppress',
])

function isImperative(word: string): boolean {
  if (verbs.has(word)) return true
  return !notVerbs.has(word) && !/(?:ed|ing|s)$/.test(word)
}

/** Returns why a commit subject is against the rules, or undefined if it is not. */
export function checkSubject(subject: string): string | undefined {
  if (subject.length > maximum) return `${subject.length} characters, use at most ${maximum}`
  const first = format.exec(subject)?.groups?.first
  if (first === undefined) return 'not a Conventional Commit, use “type(package): …”'
  if (/^[A-Z][a-z]/.test(first)) return 'starts with a capital letter, use lower case'
  if (subject.endsWith('.')) return 'ends with a full stop, leave it out'
  return isImperative(first) ? undefined : `“${first}” is not an imperative, use “add”, “fix”, “move”, …`
}
