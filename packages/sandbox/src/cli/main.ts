import { Command } from 'commander'
import manifest from '../../package.json' with { type: 'json' }
import { messageOf } from '../values/errors.ts'
import { addDiagnose } from './diagnose.ts'
import { addOptions, addServeOptions, type CliOptions, type ServeOptions } from './options.ts'
import { run } from './run.ts'
import { runProgram } from './run-program.ts'

const examples = `
Examples:
  $ wxpay-sandbox                                     start, create keys in .wxpay-sandbox, print a client's settings
  $ wxpay-sandbox --state orders.log                  keep orders across restarts
  $ wxpay-sandbox --json --notify-scale 0.01          for CI: JSON log, notifications repeated a hundred times faster
  $ wxpay-sandbox run -- mvn test                     run a program whose requests to WeChat Pay come here
  $ wxpay-sandbox > .env                              settings on standard output, the log on standard error
  $ curl -X POST http://127.0.0.1:8787/_sandbox/pay   the user pays
  $ curl http://127.0.0.1:8787/_sandbox               the rest of the control API
  $ wxpay-sandbox diagnose request.txt --certificate apiclient_cert.pem   why a signature is wrong
`

/** Runs the command; ends the process with a message if it fails. */
export async function main(): Promise<void> {
  const program = addServeOptions(new Command('wxpay-sandbox'))
    .enablePositionalOptions()
    .description('A simulated WeChat Pay APIv3: point any client at it, on a laptop or in CI.')
    .version(manifest.version)
    .addHelpText('after', examples)
    .action((options: ServeOptions) => run(options))
  addRun(program)
  addDiagnose(program)
  try {
    await program.parseAsync()
  } catch (error) {
    program.error(`wxpay-sandbox: ${messageOf(error)}`)
  }
}

function addRun(program: Command): void {
  addOptions(program.command('run'), 0)
    .description('Run a program whose requests to WeChat Pay go to a sandbox of its own, with no change to the program.')
    .argument('<command>', 'the program')
    .argument('[args...]', 'its arguments')
    .passThroughOptions()
    .action((command: string, args: string[], options: CliOptions) => runProgram(command, args, options))
}
