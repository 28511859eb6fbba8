import { styleText } from 'node:util'
import type { NotificationEvent, RequestEvent, ServerEvent } from '../server/events.ts'

type Color = 'green' | 'yellow' | 'red'
type Paint = (color: Color, text: string) => string

/** Colours text where the stream shows colours: asked once, as that takes longer than to write a line. */
export function paintFor(stream: NodeJS.WriteStream): Paint {
  const hasColors = styleText('red', '.', { stream }) !== '.'
  return hasColors ? (color, text) => styleText(color, text, { validateStream: false }) : (_, text) => text
}

/** Writes an event as one line for people. */
export function logLine(event: ServerEvent, time: Date, paint: Paint): string {
  const clock = time.toTimeString().slice(0, 8)
  switch (event.event) {
    case 'request': return `${clock} ${request(event, paint)}`
    case 'notification': return `${clock} ${notification(event, paint)}`
    case 'failure': return `${clock} ${paint('red', 'failure')} ${oneLine(event.message)}`
  }
}

/** Writes an event as one line of JSON. */
export const jsonLine = (event: object, time: Date) => json({ time: time.toISOString(), ...event })

function request(event: RequestEvent, paint: Paint): string {
  const { method, url, status, milliseconds, signature, reason, expected } = event
  const result = paint(status >= 500 || !status ? 'red' : status >= 400 ? 'yellow' : 'green', String(status || '---'))
  const verdict = paint(signature === 'ok' ? 'green' : 'yellow', `signature ${signature}`)
  const why = reason ? `: ${oneLine(reason)}` : ''
  const instead = expected === undefined ? '' : `; expected to see signed: ${shorten(json(expected))}`
  return `${method} ${oneLine(url)} ${result} ${milliseconds} ms, ${verdict}${why}${instead}`
}

function notification(event: NotificationEvent, paint: Paint): string {
  const { type, url, attempt, status, error, retryIn } = event
  const result = error === undefined ? paint('green', String(status)) : paint('yellow', oneLine(error))
  const next = retryIn === undefined ? '' : `, again in ${retryIn} s`
  return `notify ${type} ${oneLine(url)} #${attempt} ${result}${next}`
}

/** The answer to the request holds the whole of it. */
const shorten = (text: string) => text.length > 500 ? `${text.slice(0, 500)}…` : text

/** A line stays one, and says nothing to the terminal, whatever a request made part of it. */
const oneLine = (text: string) => text.replace(/[\s\p{Cc}]+/gu, ' ')

/** JSON that says nothing to the terminal either: of its own accord it escapes only half of the control characters. */
const json = (value: unknown) => JSON.stringify(value).replace(/\p{Cc}/gu, character =>
  `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
