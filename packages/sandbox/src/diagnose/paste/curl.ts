import { split } from 'shlex'
import type { PastedRequest } from './pasted-request.ts'

/** Up to a line end that is neither quoted nor escaped. */
const command = /(?:^|[\s|;&$])curl(?:\.exe)?\s(?:\\[\s\S]|\$?'(?:[^'\\]|\\[\s\S])*'|"(?:\\[\s\S]|[^"\\])*"|[^'"\\\n])*/

/** Options whose argument says nothing about the request; other options that are not listed have none. */
const ignored = new Set([
  '-x', '--proxy', '-o', '--output', '-u', '--user', '-b', '--cookie', '-c', '--cookie-jar', '-m', '--max-time', '-w', '--write-out',
  '-E', '--cert', '--key', '--cacert', '--connect-timeout', '--retry', '--resolve', '--interface', '-D', '--dump-header', '--limit-rate',
])

/** Short options with an argument, which may follow without a blank. */
const withArgument = 'XHdFxoubcmwEDAe'

/** Reads the first cURL command in a text, written for a Unix shell, PowerShell or the Windows prompt. */
export function readCurl(text: string): PastedRequest | undefined {
  const script = unescapePrompt(text)
  const match = command.exec(script)
  if (!match) return undefined
  const words = wordsOf(match[0].slice(match[0].indexOf('curl')))?.slice(1)
  if (!words) return undefined
  const { url, method, headers, data, form } = readWords(words)
  if (url === undefined) return undefined
  const input = inputOf(script, match.index, match[0])
  const body = form ?? bodyOf(data, input)
  return {
    method: method?.toUpperCase() ?? (data.length || form !== undefined ? 'POST' : 'GET'),
    url,
    headers,
    ...headers.authorization !== undefined && { authorization: headers.authorization },
    ...body !== undefined && { body },
  }
}

interface Data { option: string, value: string }

function readWords(words: string[]) {
  const headers: Record<string, string> = {}
  const data: Data[] = []
  const fields: string[] = []
  let url: string | undefined
  let method: string | undefined
  let isQuery = false
  for (const { option, value } of optionsOf(words)) {
    if (option === '' || option === '--url') url ??= value
    else if (option === '-X' || option === '--request') method = value
    else if (option === '-I' || option === '--head') method ??= 'HEAD'
    else if (option === '-G' || option === '--get') isQuery = true
    else if (option === '-A' || option === '--user-agent') headers['user-agent'] = value
    else if (option === '-H' || option === '--header') addHeader(headers, value)
    else if (option === '-F' || option.startsWith('--form')) fields.push(value)
    else if (option === '-d' || option === '--json' || option.startsWith('--data')) data.push({ option, value })
  }
  if (data.some(({ option }) => option === '--json')) headers['content-type'] ??= 'application/json'
  if (data.length && !isQuery) headers['content-type'] ??= 'application/x-www-form-urlencoded'
  if (isQuery && url !== undefined) url += `${url.includes('?') ? '&' : '?'}${bodyOf(data.splice(0), undefined)}`
  const meta = fields.flatMap(field => field.startsWith('meta=') ? [unquote(field.slice(5).replace(/;type=[^;]*$/, ''))] : [])[0]
  return { url: url === undefined ? undefined : withScheme(url), method, headers, data, form: meta }
}

/** Undoes the quotes of curl's own in the value of a form's field. */
const unquote = (value: string) => /^".*"$/s.test(value) ? value.slice(1, -1).replace(/\\(["\\])/g, '$1') : value

/** Splits combined options, such as `-sSX POST` and `-XPOST`; a word that is not an option has the name ''. */
function* optionsOf(words: string[]): Generator<Data> {
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!
    if (!/^-./.test(word)) yield { option: '', value: word }
    else if (word.startsWith('--')) yield { option: word, value: takesArgument(word) ? words[++at] ?? '' : '' }
    else {
      const letters = word.slice(1)
      const last = Array.from(letters).findIndex(letter => withArgument.includes(letter))
      for (const letter of letters.slice(0, last < 0 ? undefined : last)) yield { option: `-${letter}`, value: '' }
      if (last >= 0) yield { option: `-${letters[last]}`, value: letters.slice(last + 1) || (words[++at] ?? '') }
    }
  }
}

const takesArgument = (word: string) => ignored.has(word)
  || /^--(?:url|request|header|data|data-\w+|json|form|form-string|user-agent|referer)$/.test(word)

function addHeader(headers: Record<string, string>, line: string): void {
  const [, name = '', value = ''] = /^([^:]+):\s*([\s\S]*?)\s*$/.exec(line) ?? []
  if (name) headers[name.toLowerCase()] = value
}

/** Joins the data as curl does; `undefined` if it is in a file. */
function bodyOf(data: Data[], input: string | undefined): string | undefined {
  const texts = data.map(({ option, value }) => {
    if (option === '--data-urlencode') return encodeValue(value)
    if (!value.startsWith('@') || option === '--data-raw') return value
    if (value !== '@-') return undefined
    return option === '--data-binary' ? input : input?.replace(/[\r\n]/g, '')
  })
  return texts.includes(undefined) ? undefined : texts.join('&')
}

const encodeValue = (text: string) =>
  text.replace(/^(\w*=)?([\s\S]*)$/, (_, name = '', value: string) => name + encodeURIComponent(value))

/** Returns what the command reads from its standard input: a here-document, or the text that `echo` or `printf` prints. */
function inputOf(script: string, start: number, command: string): string | undefined {
  const [, marker] = /<<-?\s*["']?(\w+)["']?/.exec(command) ?? []
  const after = script.slice(start + command.length + 1)
  if (marker !== undefined) return after.split(new RegExp(`^${marker}$`, 'm'), 1)[0]
  const [, program, text] = /(?:^|\n)\s*(echo|printf)\s(?:-n\s)?([^|]*)\|\s*$/.exec(script.slice(0, start + 1)) ?? []
  const [first = '', ...others] = (text === undefined ? undefined : wordsOf(text.trim())) ?? []
  if (program === 'printf') return first.replace('%s', () => others[0] ?? '').replaceAll('\\n', '\n')
  return program && `${[first, ...others].join(' ')}${/echo\s+-n\s/.test(script) ? '' : '\n'}`
}

function wordsOf(line: string): string[] | undefined {
  try {
    return split(line)
  } catch {
    // A quote without its end: the command was cut.
    return undefined
  }
}

const withScheme = (url: string) => /^[a-z]+:\/\//i.test(url) || url.startsWith('/') ? url : `https://${url}`

/** Undoes what the Windows prompt and PowerShell need: carets before quotes and line ends, grave accents. */
function unescapePrompt(text: string): string {
  const unix = text.replaceAll('\r\n', '\n').replace(/`\n/g, '\\\n')
  return /curl(?:\.exe)?\s[^\n]*\^/.test(unix) ? unix.replace(/\^\n/g, ' ').replace(/\^([\s\S])/g, '$1') : unix
}
