import { NetworkError } from '../errors/network-error.ts'

/** The base URL of the next attempt: the other one, if this one did not respond. */
export function nextHost(hosts: string[], current: string, error: unknown): string {
  const gotNoAnswer = error instanceof NetworkError && error.cause !== undefined
  return (gotNoAnswer && hosts.find(host => host !== current)) || current
}
