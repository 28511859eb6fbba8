import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Writes a file for openssl to read, or an empty one for it to write; returns its path. */
export function scratchFile(content: string | Uint8Array = ''): string {
  const file = join(mkdtempSync(join(tmpdir(), 'wxpay-')), 'scratch')
  writeFileSync(file, content)
  return file
}

/** Runs the openssl command; returns its standard output. */
export function openssl(args: string[], input: string | Uint8Array = ''): Buffer {
  return execFileSync('openssl', args, { input, stdio: ['pipe', 'pipe', 'pipe'] })
}

/** A key pair and its certificate, made by openssl for this run only. */
export interface KeyPair {
  privateKey: string
  publicKey: string
  certificate: string
  /** Signs with the private key; returns base64. */
  sign: (message: string) => string
  /** Whether openssl verifies a base64 signature of a message. */
  verify: (message: string, signature: string) => boolean
}

/** Makes a new RSA key pair. */
export function createKeyPair(bits = 2048): KeyPair {
  const keyFile = scratchFile()
  const certificate = openssl([
    'req', '-x509', '-newkey', `rsa:${bits}`, '-nodes', '-subj', '/CN=Tenpay.com Root CA', '-keyout', keyFile,
  ]).toString()
  const publicKey = openssl(['pkey', '-in', keyFile, '-pubout']).toString()
  const publicFile = scratchFile(publicKey)
  return {
    privateKey: readFileSync(keyFile, 'utf8'),
    publicKey,
    certificate,
    sign: message => openssl(['dgst', '-sha256', '-sign', keyFile], message).toString('base64'),
    verify: (message, signature) => {
      const signatureFile = scratchFile(Buffer.from(signature, 'base64'))
      try {
        const output = openssl(
          ['dgst', '-sha256', '-verify', publicFile, '-signature', signatureFile], message)
        return output.toString().trim() === 'Verified OK'
      } catch {
        return false
      }
    },
  }
}
