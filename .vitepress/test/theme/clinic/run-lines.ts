import { reuseWorker, run } from '@wxpay-live/runner'
import { compilePhp, createPhpWorker } from '@wxpay-live/runner/php-node'
import { clientSettings } from '@wxpay-live/sandbox'
import identity from '@wxpay-live/sandbox/identity.json'

/** Values that the lines of code read or set, by their names. */
export type Values = Record<string, unknown>

/** Names that the lines may set. */
const results = [
  'message', 'path', 'timestamp', 'signedBody', 'sentBody', 'body', 'bytes', 'signature', 'serial', 'authorization', 'sign', 'pairs', 'decipher',
]

/** Runs lines of JavaScript; returns what they set. */
export function runJavaScript(lines: string, given: Values): Values {
  const set = results.filter(name => new RegExp(`const ${name}\\b`).test(lines))
  // The given values are parameters outside, so that the lines may declare the same names.
  const program = new Function(...Object.keys(given), `return (() => {\n${lines}\nreturn { ${set.join(', ')} }\n})()`)
  return program(...Object.values(given))
}

const php = await compilePhp()
const workers = reuseWorker(createPhpWorker)

async function print(code: string): Promise<string> {
  let output = ''
  const { outcome } = run(code, {
    php, client: clientSettings(identity), samples: {}, ...workers,
    onEvent: (event) => { if (event.type === 'output') output += event.text },
  })
  await outcome
  return output
}

/** Runs lines of PHP; returns what they set. */
export async function runPhp(lines: string, given: Values): Promise<Values> {
  const texts = Object.entries(given).filter(([, value]) => typeof value !== 'function')
  const input = JSON.stringify(JSON.stringify(Object.fromEntries(texts))).replaceAll('$', '\\$')
  const output = await print([
    `extract(json_decode(${input}, true));`, lines,
    `echo "\\n=>", json_encode(array_map('strval', array_filter(get_defined_vars(), 'is_scalar')), JSON_UNESCAPED_UNICODE);`,
  ].join('\n'))
  const [, json] = output.split('\n=>')
  if (!json) throw new Error(output)
  const set = JSON.parse(json)
  return Object.fromEntries(results.filter(name => lines.includes(`$${name} =`)).map(name => [name, set[name]]))
}
