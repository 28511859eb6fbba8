/** A key or certificate in a pasted text. */
export interface Pem {
  /** Such as `CERTIFICATE`, `PUBLIC KEY`, `RSA PRIVATE KEY`. */
  label: string
  pem: string
  /** What is written before it, which may name it. */
  before: string
}

const begin = /-----BEGIN ([A-Z0-9 ]{3,40})-----/g

/** Beginnings after which a text is given up: the end of each is looked for in all of it. */
const mostBlocks = 20

/** A line that names the key below it: `商户证书：`, `# apiclient_cert.pem`, `$ cat pub_key.pem`. */
const title = /(?<=^|\n)[ \t]*(?:[#$][^\n{}]*|[^\n{}"=]{0,60}(?:[:：]|\.pem))[ \t]*\r?\n$/

/** Characters before a key that may name it. */
const nearby = 120

/** Takes the keys out of a text; of what is in quotes only the quotes stay. */
export function takePems(text: string): { rest: string, pems: Pem[] } {
  const pems: Pem[] = []
  let rest = ''
  let end = 0
  for (const { 0: { length }, 1: label = '', index } of Array.from(text.matchAll(begin)).slice(0, mostBlocks)) {
    const last = `-----END ${label}-----`
    const close = index < end ? -1 : text.indexOf(last, index + length)
    if (close < 0) continue
    const before = text.slice(end, index)
    end = close + last.length
    pems.push({ label, pem: text.slice(index, end), before: before.slice(-nearby) })
    rest += isQuote(before.at(-1)) ? before : withoutTitle(before)
  }
  const after = text.slice(end)
  return { rest: rest + (pems.length && !isQuote(after[0]) ? after.trimStart() : after), pems }
}

const isQuote = (character: string | undefined) => character !== undefined && '"\'`'.includes(character)

/** Removes the title and the blank lines at the end, but for one line end as the text writes it. */
function withoutTitle(before: string): string {
  const end = before.slice(-nearby)
  const named = before.slice(0, before.length - end.length) + end.replace(title, '')
  const trimmed = named.trimEnd()
  return trimmed + (/^\s*?(\r?\n)/.exec(named.slice(trimmed.length))?.[1] ?? '\n')
}
