export type { Catalog } from './catalog.ts'
export type { Field, FieldType, JsonValue, Limits, ScalarType } from './field.ts'
export type { Notification } from './notification.ts'
export type { Example, Method, Operation, RequestFields } from './operation.ts'
