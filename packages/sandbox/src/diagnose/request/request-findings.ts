import type { Finding } from '../diagnosis.ts'
import { messageMistakes } from '../message-mistakes.ts'
import type { SentRequest } from '../sent-request.ts'
import { isForm } from '../../values/form.ts'
import { readJson } from '../../values/json.ts'

/** Finds what is wrong with a request whatever was signed. */
export function requestFindings({ target = '', body = '' }: SentRequest): Finding[] {
  const checks: Record<string, boolean> = {
    'double-slash': /^\/{2,}/.test(target),
    'json-twice': isJsonString(body),
    'form-body': isForm(body),
  }
  return messageMistakes.filter(({ name }) => checks[name]).map(({ name, explain }) => ({ name, explain }))
}

const isJsonString = (body: string) => /^\s*"/.test(body) && typeof readJson(body) === 'string'
