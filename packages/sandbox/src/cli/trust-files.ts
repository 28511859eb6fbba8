import { execFile } from 'node:child_process'
import { copyFile, mkdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { getCACertificates } from 'node:tls'
import { promisify } from 'node:util'
import { messageOf } from '../values/errors.ts'
import { replaceFile } from './write-file.ts'

/** Files by which programs trust the sandbox's authority besides all that they trust without it. */
export interface TrustFiles {
  /** All certificates in PEM. */
  bundle: string
  /** The folder of PHP's settings, which name the bundle. */
  phpSettings: string
  /** Java's trust store, if there is a Java. */
  javaStore?: string
}

/** The variables that may name certificates which the user trusts already. */
const named = ['SSL_CERT_FILE', 'NODE_EXTRA_CA_CERTS', 'REQUESTS_CA_BUNDLE', 'CURL_CA_BUNDLE']

/**
 * Writes the files anew: the system's certificates and the user's may have changed.
 *
 * @param folder the folder of the identity
 * @param certificate the authority's
 * @throws Error if a file that a variable names cannot be read, or Java's store cannot be written
 */
export async function trustFiles(
  folder: string, certificate: string, env: NodeJS.ProcessEnv = process.env,
): Promise<TrustFiles> {
  const own = join(folder, 'ca_cert.pem')
  const bundle = join(folder, 'ca_bundle.pem')
  const phpSettings = join(folder, 'php')
  const system = getCACertificates('system')
  // A small container may have none.
  const roots = system.length ? system : getCACertificates('bundled')
  const trusted = [...roots, ...await usersOf(env), certificate]
  await mkdir(phpSettings, { recursive: true })
  await replaceFile(own, certificate)
  await replaceFile(bundle, `${[...new Set(trusted.flatMap(split))].join('\n')}\n`)
  await replaceFile(join(phpSettings, 'wxpay-sandbox.ini'), `curl.cainfo="${bundle}"\nopenssl.cafile="${bundle}"\n`)
  const javaStore = await javaTrustStore(join(folder, 'ca_store.jks'), own, env)
  return { bundle, phpSettings, ...javaStore !== undefined && { javaStore } }
}

async function usersOf(env: NodeJS.ProcessEnv): Promise<string[]> {
  const files = named.flatMap(name => env[name] ? [{ name, file: env[name] }] : [])
  return Promise.all(files.map(({ name, file }) => readFile(file, 'utf8').catch((cause: unknown) => {
    throw new Error(`${name} names a file that cannot be read: ${messageOf(cause)}`, { cause })
  })))
}

const split = (pem: string) => pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? []

/** Adds the authority to a copy of the certificates that Java trusts; returns `undefined` without a Java. */
async function javaTrustStore(
  store: string, certificate: string, { JAVA_HOME: home }: NodeJS.ProcessEnv,
): Promise<string | undefined> {
  const java = home ? join(home, 'bin', 'java') : 'java'
  const described = await run(java, ['-XshowSettings:properties', '-version']).catch(() => undefined)
  const folder = /^\s*java\.home = (.+)$/m.exec(described?.stderr ?? '')?.[1]
  if (folder === undefined) return undefined
  const draft = `${store}.${process.pid}`
  try {
    await copyFile(join(folder, 'lib', 'security', 'cacerts'), draft)
    await run(join(folder, 'bin', 'keytool'), [
      '-importcert', '-noprompt', '-alias', 'wxpay-sandbox', '-file', certificate, '-keystore', draft, '-storepass', 'changeit',
    ])
    await rename(draft, store)
    return store
  } catch (cause) {
    throw new Error(`the trust store for the Java in ${folder} cannot be made: ${messageOf(cause)}`, { cause })
  } finally {
    await rm(draft, { force: true })
  }
}

const run = promisify(execFile)
