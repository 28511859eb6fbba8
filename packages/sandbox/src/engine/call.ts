import type { JsonValue, Operation } from '@wxpay-live/compiler/model'
import type { Identity } from '../identity/identity.ts'
import type { Scenario } from '../scenarios/scenarios.ts'
import type { State } from '../state/state.ts'
import type { Keys } from '../identity/keys.ts'

/** A request as it came over the wire: what its signature covers. */
export interface Incoming {
  method: string
  /** Absolute URL, not one character changed. */
  url: string
  /** The `Authorization` header. */
  authorization: string | null
  /** The body as text; of a multipart body the `meta` part, which is what its signature covers. */
  body: string
  /** Only of a multipart body. */
  upload?: Upload
  /** The `Wechatpay-Serial` header: whose key encrypted fields are for. */
  serial: string | null
  headers: Headers
}

/** A multipart body. */
export interface Upload {
  /** The whole body as text, for diagnosis. */
  whole: string
  file?: UploadedFile
}

/** The file of a multipart body. */
export interface UploadedFile {
  /** Name of the part it came in. */
  part: string
  /** Its media type; empty where none was told. */
  type: string
  bytes: Uint8Array<ArrayBuffer>
}

/** A verified and validated request to one operation. */
export interface Call {
  operation: Operation
  /** Variables of the path by name, percent-decoded. */
  path: Record<string, string>
  query: URLSearchParams
  /** The `Wechatpay-Serial` header: whose key answers, and notifications, are to be verified with. */
  serial: string | null
  /** Absent where the operation takes no body, or none was sent. */
  body?: JsonValue
  upload?: UploadedFile
}

/** What the sandbox answers, before it is signed. */
export interface Answer {
  status: number
  headers?: Record<string, string>
  /** Absent where there is nothing to say: an empty response. */
  body?: JsonValue
  /** A file, instead of a JSON body. Goes out unsigned, as with the real API. */
  file?: Uint8Array<ArrayBuffer>
  /** Signed with the present certificate even while it is being replaced. */
  keepsCertificate?: true
}

/** What the steps know of the sandbox they work for. */
export interface Context {
  identity: Identity
  keys: Keys
  state: State
  /** Whether an unknown business key is an error. */
  strict: boolean
  /** What is to go wrong with this request. */
  scenario?: Scenario
  /** Whether requests are verified and answers signed. */
  signatures: boolean
  /** The clock, in milliseconds since the epoch. */
  now: () => number
  /** Makes that many random letters and digits. */
  random: (length: number) => string
}

/** Answers a call; throws a `Refusal` where the answer is an error of the API. */
export type Responder = (call: Call, context: Context) => Answer | Promise<Answer>
