import { readFile } from 'node:fs/promises'
import { buffer } from 'node:stream/consumers'
import type { Command } from 'commander'
import { diagnose } from '../diagnose/diagnose.ts'
import type { Given } from '../diagnose/diagnosis.ts'
import { messageOf } from '../values/errors.ts'
import { describe } from './describe-diagnosis.ts'

/** The options of the command; keys are text, the rest of the keys paths. */
interface DiagnoseOptions extends Given {
  json?: boolean
}

const examples = `
Examples:
  $ wxpay-sandbox diagnose request.txt --certificate apiclient_cert.pem
  $ pbpaste | wxpay-sandbox diagnose - --public-key merchant.pem --json
`

const files = ['certificate', 'publicKey', 'platformCertificate', 'platformPublicKey'] as const

/** Adds the command that says which mistake a signature was made with. */
export function addDiagnose(program: Command): void {
  program.command('diagnose')
    .description('Say why a signature is wrong. Nothing is sent anywhere.')
    .argument('<file>', 'a request (cURL, raw HTTP, log lines, 401, string to sign), a response, a notification, or parameters for the phone; - for standard input')
    .option('--json', 'print { "verdict": "valid" | "invalid" | "undecidable", "mistakes": [{ "name": … }], … }')
    .option('--certificate <pem>', 'file of the merchant\'s certificate, apiclient_cert.pem')
    .option('--public-key <pem>', 'file of the merchant\'s public key, instead of the certificate')
    .option('--platform-certificate <pem>', 'file of the platform certificate')
    .option('--platform-public-key <pem>', 'file of the WeChat Pay public key')
    .option('--platform-public-key-id <id>', 'its id, PUB_KEY_ID_…')
    .option('--apiv3-key <key>', 'APIv3 key')
    .option('--apiv2-key <key>', 'APIv2 key')
    .option('--appid <appid>', 'appid that the order was created with')
    .addHelpText('after', examples)
    .action(async (file: string, { json, ...options }: DiagnoseOptions) => {
      const diagnosis = await diagnose(await read(file), await withFiles(options))
      process.stdout.write(`${json ? JSON.stringify(diagnosis) : describe(diagnosis)}\n`)
    })
}

const read = (file: string) => file === '-' ? buffer(process.stdin) : readFile(file).catch(unreadable(file))

/** Replaces the paths of keys by their PEM. */
async function withFiles(options: Given): Promise<Given> {
  const given = { ...options }
  for (const name of files) {
    const path = options[name]
    if (path !== undefined) given[name] = String(await readFile(path).catch(unreadable(path)))
  }
  return given
}

const unreadable = (file: string) => (cause: unknown): never => {
  throw new Error(`${file} cannot be read: ${messageOf(cause)}`, { cause })
}
