import type { Events, Operations } from '../../../generated/operations.d.ts'

/** Method and path template of an operation that a flow claims. */
export type OperationName = keyof Operations

/** Event type of a notification. */
export type EventName = keyof Events

/**
 * The request of an operation: members of its body, its query and its path, as the table has them. The request of one
 * of several operations has the members of all of them, optional unless all of them require it.
 */
export type Params<Name extends OperationName> = Merged<Operations[Name]['request']>

/**
 * The response of an operation: the members that its table requires, except those that the sandbox fills in, and the
 * optional ones, `null` to leave one out. A response to one of several operations fits all of them.
 */
export type Answer<Name extends OperationName> = All<Name extends OperationName
  ? Fillable<Operations[Name]['response'], Party | keyof Echo<Operations[Name]['request']>>
  : never>

/** The decrypted resource of an event, in one of its forms. */
export type Resource<Event extends EventName> = Forms<Events[Event]>

/** The members of any form of an event's resource. */
export type AnyForm<Event extends EventName> = { [Name in AnyKey<Events[Event]>]: unknown }

/** The merchants and apps of a record. */
export type Parties = { [Member in Party]?: string }

/** Members for merchants and apps: each kind of merchant has its own, and the sandbox knows the values. */
type Party = 'mchid' | 'sp_mchid' | 'sub_mchid' | 'combine_mchid' | 'appid' | 'sp_appid' | 'sub_appid' | 'combine_appid'

type Scalar = string | number | boolean

/** The members of a request that a response repeats. */
type Echo<Request> = { [Member in keyof Request as Request[Member] extends Scalar ? Member : never]: unknown }

/** A type of which some members may be missing or `null`, besides the optional ones. */
type Fillable<Type, Filled extends PropertyKey>
  = { [Member in Exclude<keyof Type, Filled | OptionalKey<Type>>]: Type[Member] }
    & { [Member in keyof Type & (Filled | OptionalKey<Type>)]?: Exclude<Type[Member], undefined> | null }

type OptionalKey<Type> = { [Key in keyof Type]-?: object extends Pick<Type, Key> ? Key : never }[keyof Type]

type Forms<Type> = Type extends unknown ? Fillable<Type, Party> : never

/** The members of a union: those of every type, and optional those of some. */
type Merged<Types> = Pick<Types, keyof Types>
  & { [Key in Exclude<AnyKey<Types>, keyof Types>]?: AnyValue<Types, Key> }

type AnyKey<Types> = Types extends unknown ? keyof Types : never

type AnyValue<Types, Key>
  = Types extends unknown ? Key extends keyof Types ? Exclude<Types[Key], undefined> : never : never

/** The intersection of the types of a union. */
type All<Types>
  = (Types extends unknown ? (type: Types) => void : never) extends (type: infer Type) => void ? Type : never
