import { InvalidArgumentError, Option, type Command } from 'commander'
import { scenarios } from '../flows/index.ts'

/** The options of a sandbox, as given or by default. */
export interface CliOptions {
  port: number
  host: string
  identity: string
  catalog?: string
  state?: string
  redis?: string
  lenient?: boolean
  seed?: string
  scenario?: string
  allowNotify: string[]
  notifyScale: number
  json?: boolean
  intercept?: boolean
  proxyPort: number
  only?: boolean
}

/** The options of a sandbox that other processes use. */
export interface ServeOptions extends CliOptions {
  settings?: string
  githubEnv?: boolean
  readyFile?: string
}

/** Adds the options of a sandbox to a command. */
export function addOptions(command: Command, defaultPort: number): Command {
  return command
    .option('--port <number>', 'port to listen on, 0 for any free port', portNumber, defaultPort)
    .option('--host <name>', 'address to listen on; any but 127.0.0.1 lets other machines in', '127.0.0.1')
    .option('--identity <dir>', 'folder of keys and certificates, created if missing', '.wxpay-sandbox')
    .option('--catalog <file>', 'operations to simulate (default: the whole reference)')
    .addOption(new Option('--state <file>', 'keep orders across restarts in this file').conflicts('redis'))
    .option('--redis <url>', 'keep orders in Redis, shared by several sandboxes')
    .option('--lenient', 'invent a record for an unknown order number instead of refusing it')
    .option('--seed <text>', 'make nonces and request ids the same in every run')
    .addOption(new Option('--scenario <name>', 'switch this scenario on, such as PUBLIC_KEY_ONLY').argParser(scenarioName))
    .addOption(new Option('--allow-notify <hosts...>', 'hosts besides this machine that notifications may go to')
      .default([], 'none'))
    .option('--notify-scale <factor>', 'multiply the waits between repeated notifications', factor, 1)
    .option('--json', 'log one JSON object per line')
    .option('--proxy-port <number>', 'port of the proxy, 0 for any free port', portNumber, 0)
    .option('--only', 'refuse connections to other hosts than WeChat Pay\'s through the proxy')
}

/** Adds the options of a sandbox that other processes use. */
export function addServeOptions(command: Command): Command {
  return addOptions(command, 8787)
    .option('--intercept', 'also be the HTTPS proxy of clients that ask WeChat Pay\'s own hosts')
    // Node takes an option named `--env-file` for its own, wherever it stands: nodejs/node#54232.
    .option('--settings <file>', 'write the settings to this file')
    .option('--github-env', 'give the settings to later steps of a GitHub workflow')
    .option('--ready-file <file>', 'write this file once requests are answered')
}

function portNumber(text: string): number {
  const port = Number(text)
  if (/^\d+$/.test(text) && port <= 65_535) return port
  throw new InvalidArgumentError('Expected a number from 0 to 65535.')
}

function factor(text: string): number {
  const value = Number(text)
  if (text.trim() && value >= 0 && value < Infinity) return value
  throw new InvalidArgumentError('Expected a number, such as 0.01: 15 seconds become 0.15.')
}

function scenarioName(name: string): string {
  const names = scenarios.map(scenario => scenario.name)
  if (names.includes(name)) return name
  throw new InvalidArgumentError(`Expected one of ${names.join(', ')}.`)
}
