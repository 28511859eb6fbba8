import type { Finding } from '../diagnosis.ts'
import { messageMistakes } from '../message-mistakes.ts'

/** Finds what is wrong with a string to sign of which no request is known. */
export function inspectString(signed = ''): Finding[] {
  const [method = '', target = '', timestamp = ''] = signed.split(/\r?\n/)
  const checks: Record<string, boolean> = {
    'newline-written-out': !signed.includes('\n') && /(?:\\n[^\\]*){4,}/.test(signed),
    'method-lower-case': /^(?:get|post|put|patch|delete)$/.test(method),
    'host-included': /^https?:\/\//.test(target),
    'leading-slash-missing': /^v3\//.test(target),
    'double-slash': /^\/\/+v3\//.test(target),
    'timestamp-in-milliseconds': /^\d{13}$/.test(timestamp),
  }
  return messageMistakes.filter(({ name }) => checks[name])
    .map(({ name, explain }) => ({ name, explain, signed }))
}
