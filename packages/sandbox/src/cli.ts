#!/usr/bin/env node
import { Command } from 'commander'
import manifest from '../package.json' with { type: 'json' }
import { addOptions, type CliOptions } from './cli/options.ts'
import { run } from './cli/run.ts'

const program = addOptions(new Command('wxpay-sandbox'))
  .description('A simulated WeChat Pay APIv3: point any client at it, on a laptop or in CI.')
  .version(manifest.version)
  .addHelpText('after', `
Examples:
  $ wxpay-sandbox                                     start, make keys in .wxpay-sandbox, print a client's settings
  $ wxpay-sandbox --state orders.log                  keep orders when it restarts
  $ wxpay-sandbox --json --notify-scale 0.01          for CI: JSON log, notifications repeated a hundred times faster
  $ curl -X POST http://127.0.0.1:8787/_sandbox/pay   the user pays
  $ curl http://127.0.0.1:8787/_sandbox               the rest of the control API
`)

try {
  await run(program.parse().opts<CliOptions>())
} catch (error) {
  program.error(`wxpay-sandbox: ${(error as Error).message}`)
}
