export type { ClientSettings, Exchange, LogLevel, RunEvent, RunRequest } from './messages.ts'
export { reuseWorker } from './reuse-worker.ts'
export { type Outcome, type Run, type RunOptions, type RunWorker, run } from './run.ts'
export { CodeError } from './typescript/code-error.ts'
