export type { ClientSettings, Exchange, LogLevel, RunEvent } from './messages.ts'
export { type Outcome, type Run, type RunOptions, run } from './run.ts'
