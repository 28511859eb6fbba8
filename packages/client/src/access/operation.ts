import type { Encrypted } from '../crypto/encrypted.ts'
import type { RequestOptions, Upload } from '../options.ts'
import type { SyncResponse } from '../sync-response.ts'

/** One operation of a path map. */
export interface Operation {
  path: object
  query?: object
  headers?: object
  json?: unknown
  body?: unknown
  response: unknown
}

/** A `Response` whose JSON is known. */
export interface TypedResponse<Json> extends Response {
  json: () => Promise<Json>
}

/** The functions of a path: each of its verbs, synchronous and asynchronous. */
export type Verbs<Operations> = {
  [Verb in keyof Operations]:
  (...options: ArgumentsOf<Operations[Verb]>) => SyncResponse<ResponseOf<Operations[Verb]>>
} & {
  [Verb in keyof Operations & string as `${Verb}Async`]:
  (...options: ArgumentsOf<Operations[Verb]>) => Promise<TypedResponse<ResponseOf<Operations[Verb]>>>
}

/** The JSON of a response; `never` for a file, which the map calls `ArrayBuffer`. */
type ResponseOf<O> = O extends Operation ? O['response'] extends ArrayBuffer ? never : O['response'] : never

type ArgumentsOf<O> = object extends OptionsOf<O> ? [options?: OptionsOf<O>] : [options: OptionsOf<O>]

type OptionsOf<O> = O extends Operation
  ? O['path'] & Inputs<Omit<O, 'path' | 'headers' | 'response'>> & HeadersOf<O> & Delivery
  : never

/** The options that every operation takes. */
type Delivery = Omit<Declared<RequestOptions>, 'query' | 'json' | 'body' | 'headers'>

/** Drops the index signature. */
type Declared<T> = { [Name in keyof T as string extends Name ? never : Name]: T[Name] }

type Inputs<Groups> = {
  [Group in keyof Groups]: Group extends 'body' ? FormData | Upload : Encryptable<Groups[Group]>
}

/** Any text may be given encrypted. */
type Encryptable<T>
  = T extends string ? string extends T ? T | Encrypted : T
    : T extends object ? { [Name in keyof T]: Encryptable<T[Name]> }
      : T

/** Headers that the client sets. */
type OwnHeader = 'Wechatpay-Serial' | 'Content-Type' | 'Accept' | 'Accept-Encoding'

type HeadersOf<O extends Operation> = O extends { headers: infer Headers }
  ? object extends Omit<Headers, OwnHeader>
    ? { headers?: Partial<Headers> & Record<string, string> }
    : { headers: Omit<Headers, OwnHeader> & Record<string, string> }
  : { headers?: Record<string, string> }
