import type { ErrorCode } from '@wxpay-live/compiler/model'
import type { OperationFact } from './facts.ts'

/** One difference between an error table and the facts. */
export interface ErrorDifference {
  code: string
  message: string
  /** The page's row; absent if it is missing. */
  error?: ErrorCode
}

/**
 * Names each difference between the error codes of an operation and the facts. A code that no source states must say
 * 未证实.
 * @param common the error codes of every operation, which need no row
 */
export function compareErrors(
  errors: ErrorCode[], facts: NonNullable<OperationFact['errors']> = [], common: ErrorCode[] = [],
): ErrorDifference[] {
  const isCommon = (code: string, status: number) => {
    return common.some(error => error.code === code && error.status === status)
  }
  const missing = facts.flatMap(([status, code]) => {
    if (isCommon(code, status) || errors.some(error => error.code === code)) return []
    return { code, message: `missing, the facts say ${status}` }
  })
  const wrong = errors.flatMap((error) => {
    const { status, code, doubtful } = error
    const message = messageOf(error, facts.find(fact => fact[1] === code)?.[0])
    return !message || (!doubtful && isCommon(code, status)) ? [] : { code, message, error }
  })
  return [...wrong, ...missing]
}

/** @param stated the status that the facts say, if they know the code */
function messageOf({ status, doubtful }: ErrorCode, stated?: number): string | undefined {
  if (stated === undefined) return doubtful ? undefined : 'no source states it: remove it, or say 未证实 in its row'
  if (stated !== status) return `status ${status}, the facts say ${stated}`
  return doubtful ? 'the facts state it: remove 未证实' : undefined
}
