import { Unavailable } from '../session/unavailable.ts'

/** Why the sandbox did not start, and what the reader can do. */
export interface StartFailure {
  message: string
  advice: string
}

/** Describes an error of the start of the sandbox. */
export function startFailure(error: unknown): StartFailure {
  if (error instanceof Unavailable) return { message: error.message, advice: `${error.remedy}。` }
  const message = error instanceof Error ? error.message : String(error)
  const advice = '请检查网络，再试一次；仍不行时请刷新页面。'
  // A browser reports a file that it could not load as a TypeError, in English.
  return error instanceof TypeError ? { message: '没能下载运行要用的文件', advice: `${advice}（${message}）` } : { message, advice }
}
