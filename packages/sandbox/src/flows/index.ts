import type { Operation } from '@wxpay-live/compiler/model'
import type { Responder } from '../engine/call.ts'
import { respond } from '../engine/respond.ts'
import { certificates } from './certificates.ts'

const responders = new Map<string, Responder>(Object.entries({ ...certificates }))

/** What answers an operation: the flow it belongs to, else its response table. */
export const responderOf = ({ method, path }: Operation): Responder => responders.get(`${method} ${path}`) ?? respond
