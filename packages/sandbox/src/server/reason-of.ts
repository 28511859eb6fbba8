import { verified } from '../engine/verified.ts'
import type { RequestEvent } from './events.ts'

/** What an error's body says of the request it answers. */
interface Problem {
  message?: string
  detail?: { issue?: string, diagnosis?: string, sign_information?: { truncated_sign_message?: string } }
}

type Verdict = Pick<RequestEvent, 'signature' | 'reason' | 'expected'>

/** Tells what became of a request's signature, and reads off the answer what else was wrong. */
export async function verdict(request: Request, response: Response): Promise<Verdict> {
  const signature = verified.has(request) ? 'ok' : response.status === 401 ? 'wrong' : 'unchecked'
  if (response.status < 400) return { signature }
  const { message = '', detail } = await problemOf(response.clone())
  const { diagnosis, issue = '' } = detail ?? {}
  const reason = [message, diagnosis ?? (message.includes(issue) ? '' : issue)].filter(Boolean).join(': ')
  const expected = detail?.sign_information?.truncated_sign_message
  return { signature, ...(reason && { reason }), ...(expected !== undefined && { expected }) }
}

async function problemOf(response: Response): Promise<Problem> {
  try {
    return await response.json() as Problem
  } catch {
    return {}
  }
}
