import { joinLines } from '../mistake.ts'
import { permutations } from '../permutations.ts'
import { thousandths } from '../thousandths.ts'
import type { PhoneMistakeName } from './mistakes.ts'

/** What a phone's signature covers. */
export interface PhoneParts {
  appid: string
  timestamp: string
  nonce: string
  /** `prepay_id=…` in a page or mini program, the id alone in an app. */
  prepay: string
}

/** Returns the string to sign for a phone. */
export const phoneMessage = ({ appid, timestamp, nonce, prepay }: PhoneParts) =>
  joinLines(appid, timestamp, nonce, prepay)

/** Seconds between two readings of the clock, nearest first. */
const drift = Array.from({ length: 60 }, (_, second) => second + 1).flatMap(seconds => [-seconds, seconds])

/**
 * Returns the strings that known mistakes lead to, in the order in which they are tried.
 *
 * @param appid the one that the order was made with, if it is known
 */
export function signedStrings(
  parts: PhoneParts, isApp: boolean, appid: string | undefined,
): [PhoneMistakeName, string[]][] {
  const { timestamp, prepay } = parts
  const right = phoneMessage(parts)
  const lines = [parts.appid, timestamp, parts.nonce, prepay]
  const changed = (change: Partial<PhoneParts>) => phoneMessage({ ...parts, ...change })
  const id = prepay.replace(/^(?:prepay_id=)+/, '')
  return [
    ['last-newline-missing', [right.slice(0, -1)]],
    ['newline-too-many', [`${right}\n`]],
    ['crlf', [right.replaceAll('\n', '\r\n'), lines.join('\r\n')]],
    ['newline-written-out', [right.replaceAll('\n', '\\n'), lines.join('\\n')]],
    isApp
      ? ['prepay-id-prefix-present', [changed({ prepay: `prepay_id=${id}` }), changed({ prepay: id })]]
      : ['prepay-id-prefix-missing', [changed({ prepay: id }), changed({ prepay: `prepay_id=${id}` })]],
    ['other-appid', appid ? [changed({ appid })] : []],
    ['timestamp-in-milliseconds', timestamp.length > 10
      ? [changed({ timestamp: timestamp.slice(0, 10) })]
      : thousandths.map(digits => changed({ timestamp: timestamp + digits }))],
    ['timestamp-taken-twice', drift.map(seconds => changed({ timestamp: String(Number(timestamp) + seconds) }))],
    ['wrong-order', permutations(lines).map(lines => joinLines(...lines))],
  ]
}
