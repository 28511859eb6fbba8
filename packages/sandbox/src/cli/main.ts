import { Command } from 'commander'
import manifest from '../../package.json' with { type: 'json' }
import { messageOf } from '../values/errors.ts'
import { addDiagnose } from './diagnose.ts'
import { addOptions, type CliOptions } from './options.ts'
import { run } from './run.ts'

const examples = `
Examples:
  $ wxpay-sandbox                                     start, create keys in .wxpay-sandbox, print a client's settings
  $ wxpay-sandbox --state orders.log                  keep orders across restarts
  $ wxpay-sandbox --json --notify-scale 0.01          for CI: JSON log, notifications repeated a hundred times faster
  $ curl -X POST http://127.0.0.1:8787/_sandbox/pay   the user pays
  $ curl http://127.0.0.1:8787/_sandbox               the rest of the control API
  $ wxpay-sandbox diagnose request.txt --certificate apiclient_cert.pem   why a signature is wrong
`

/** Runs the command; ends the process with a message if it fails. */
export async function main(): Promise<void> {
  const program = addOptions(new Command('wxpay-sandbox'))
    .enablePositionalOptions()
    .description('A simulated WeChat Pay APIv3: point any client at it, on a laptop or in CI.')
    .version(manifest.version)
    .addHelpText('after', examples)
    .action((options: CliOptions) => run(options))
  addDiagnose(program)
  try {
    await program.parseAsync()
  } catch (error) {
    program.error(`wxpay-sandbox: ${messageOf(error)}`)
  }
}
