export type { DeliveryOptions } from './deliver.ts'
export type { FailureEvent, NotificationEvent, RequestEvent, ServerEvent } from './events.ts'
export { serve, type SandboxServer, type ServeOptions } from './serve.ts'
export { stateFile } from './state-file.ts'
