import type { RequestEvent } from './events.ts'

/** What an error's body says of the request it answers. */
interface Problem {
  message?: string
  detail?: { issue?: string, diagnosis?: string, sign_information?: { truncated_sign_message?: string } }
}

/** Reads off an answer what became of the request's signature, and what else was wrong with it. */
export async function verdict(response: Response): Promise<Pick<RequestEvent, 'signature' | 'reason' | 'expected'>> {
  if (response.status < 400) return { signature: 'ok' }
  const { message = '', detail } = await problemOf(response.clone())
  const reason = [message, detail?.diagnosis ?? detail?.issue].filter(Boolean).join(': ')
  const expected = detail?.sign_information?.truncated_sign_message
  return {
    signature: signatureOf(response.status, message),
    ...(reason && { reason }),
    ...(expected !== undefined && { expected }),
  }
}

function signatureOf(status: number, message: string): RequestEvent['signature'] {
  if (status === 401) return 'wrong'
  // An operation that does not exist is refused before anything of the request is read.
  return status === 405 || status === 413 || message.startsWith('接口不存在') ? 'unchecked' : 'ok'
}

async function problemOf(response: Response): Promise<Problem> {
  try {
    return await response.json() as Problem
  } catch {
    return {}
  }
}
