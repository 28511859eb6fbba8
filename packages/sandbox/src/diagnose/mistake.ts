/** A common mistake. */
export interface Mistake {
  name: string
  /** What went wrong and what to do, in one Chinese sentence. */
  explain: string
}

/** Returns a function that looks up a mistake by its name. */
export const lookUp = <Name extends string>(explanations: Record<Name, string>) =>
  (name: Name): Mistake => ({ name, explain: explanations[name] })

/** The names in a list of explanations. */
export const namesOf = <Name extends string>(explanations: Record<Name, string>) =>
  Object.keys(explanations) as Name[]

/** A common mistake in the string to sign, and the strings it leads to. */
export interface MessageMistake extends Mistake {
  messages: (parts: Parts) => Message[]
}

/** A string to sign; as bytes if it is not UTF-8. */
export type Message = string | Uint8Array<ArrayBuffer>

/** The parts of a request that a signature covers. */
export interface Parts {
  method: string
  /** Path and query, as the request line has them. */
  target: string
  timestamp: string
  nonce: string
  /** The body as text; of a multipart body, its `meta` part. */
  body: string
  /** The absolute URL; only the target if that is all that is known. */
  url: string
  /** The whole body as text, if it is multipart. */
  whole?: string | undefined
}

/** Joins the lines of a string to sign. */
export const joinLines = (...lines: string[]) => lines.map(line => `${line}\n`).join('')

/** Returns the string to sign of a request. */
export const stringToSign = ({ method, target, timestamp, nonce, body }: Parts) =>
  joinLines(method, target, timestamp, nonce, body)
