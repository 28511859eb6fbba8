import type { RequestEvent } from './events.ts'

/** The body of a refusal. */
interface RefusalBody {
  message?: string
  detail?: { issue?: string, detail?: { issue?: string }, diagnosis?: string, sign_message?: string }
}

/** Reads the reason from a refusal, for the log. */
export async function reasonOf(response: Response): Promise<Pick<RequestEvent, 'reason' | 'expected'>> {
  if (response.status < 400) return {}
  const { message = '', detail } = await bodyOf(response.clone())
  const { diagnosis, issue = detail?.detail?.issue ?? '' } = detail ?? {}
  const reason = [message, diagnosis ?? (message.includes(issue) ? '' : issue)].filter(Boolean).join(': ')
  const expected = detail?.sign_message
  return { ...(reason && { reason }), ...(expected !== undefined && { expected }) }
}

async function bodyOf(response: Response): Promise<RefusalBody> {
  try {
    return await response.json()
  } catch {
    return {}
  }
}
