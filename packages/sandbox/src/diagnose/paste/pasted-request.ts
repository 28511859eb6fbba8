/** What a pasted text says of a request; what it does not say is left out. */
export interface PastedRequest {
  /** How the text is written, in Chinese: cURL 命令, 日志. */
  form?: string
  /** In upper case. */
  method?: string
  /** Absolute, or only path and query. */
  url?: string
  /** By name in lower case; `undefined` if the text does not list the headers. */
  headers?: Record<string, string>
  authorization?: string
  /** The body as text. */
  body?: string
  /** Whether the text has the body as JSON, so that its spelling is not known. */
  isBodyParsed?: true
  /** Other readings of the body, if its end is not clear. */
  otherBodies?: string[]
  /** The string that was signed. */
  signed?: string
  /** What the 401 says of the request that arrived. */
  arrived?: Arrival
}

/** The `sign_information` of a 401. */
export interface Arrival {
  /** The string to sign; of the body only the first characters. */
  message: string
  /** Length of the whole string in bytes. */
  length: number
}
