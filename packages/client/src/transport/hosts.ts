import { NetworkError } from '../errors/network-error.ts'

/** Where the next attempt goes: to the other access point, if there is one and this one did not answer. */
export function nextHost(hosts: string[], current: string, error: unknown): string {
  const gotNoAnswer = error instanceof NetworkError && error.cause !== undefined
  return (gotNoAnswer && hosts.find(host => host !== current)) || current
}
