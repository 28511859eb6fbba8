import { styleText } from 'node:util'
import type { NotificationEvent, RequestEvent, ServerEvent } from '../server/events.ts'

type Color = 'green' | 'yellow' | 'red'
type Paint = (color: Color, text: string) => string

/** Returns a function that colours text if the stream shows colours, which is slow to find out. */
export function paintFor(stream: NodeJS.WriteStream): Paint {
  const hasColors = styleText('red', '.', { stream }) !== '.'
  return hasColors ? (color, text) => styleText(color, text, { validateStream: false }) : (_, text) => text
}

/** Returns what formats an event of now as a line of the log, for that stream. */
export function formatterFor(stream: NodeJS.WriteStream, json = false): (event: ServerEvent) => string {
  if (json) return event => jsonLine(event, new Date())
  const paint = paintFor(stream)
  return event => logLine(event, new Date(), paint)
}

/** Formats an event as one line of text. */
export function logLine(event: ServerEvent, time: Date, paint: Paint): string {
  const clock = time.toTimeString().slice(0, 8)
  switch (event.event) {
    case 'request': return `${clock} ${request(event, paint)}`
    case 'notification': return `${clock} ${notification(event, paint)}`
    case 'failure': return `${clock} ${paint('red', 'failure')} ${oneLine(event.message)}`
  }
}

/** Formats an event as one line of JSON. */
export const jsonLine = (event: object, time: Date) => json({ time: time.toISOString(), ...event })

function request(event: RequestEvent, paint: Paint): string {
  const { method, url, status, milliseconds, signature, reason, warning, expected } = event
  const result = paint(status >= 500 || !status ? 'red' : status >= 400 ? 'yellow' : 'green', String(status || '---'))
  const verdict = paint(signature === 'ok' ? 'green' : 'yellow', `signature ${signature}`)
  const doubt = warning ? `; ${paint('yellow', oneLine(warning))}` : ''
  const why = reason ? `: ${oneLine(reason)}` : ''
  const instead = expected === undefined ? '' : `; expected string to sign: ${shorten(json(expected))}`
  return `${method} ${oneLine(url)} ${result} ${milliseconds} ms, ${verdict}${doubt}${why}${instead}`
}

function notification(event: NotificationEvent, paint: Paint): string {
  const { type, url, attempt, status, error, retryIn } = event
  const result = error === undefined ? paint('green', String(status)) : paint('yellow', oneLine(error))
  const next = retryIn === undefined ? '' : `, again in ${retryIn} s`
  return `notify ${type} ${oneLine(url)} #${attempt} ${result}${next}`
}

/** The response has the whole string. */
const shorten = (text: string) => text.length > 500 ? `${text.slice(0, 500)}…` : text

/** Removes line ends, control characters and those that change how a line is shown; a request may contain them. */
const oneLine = (text: string) => text.replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ')

/** Escapes the same characters; `JSON.stringify` leaves those above U+007E. */
const json = (value: unknown) => JSON.stringify(value).replace(/[\p{Cc}\p{Cf}]/gu, character =>
  Array.from({ length: character.length }, (_, index) =>
    `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`).join(''))
