/**
 * Replaces a string constant in the memory of a running program by one that is not longer.
 *
 * @throws Error if the program has no such constant
 */
export function overwrite(memory: Uint8Array, text: string, replacement: string): void {
  const bytes = (value: string) => new TextEncoder().encode(`${value}\0`)
  const wanted = bytes(text)
  let at = -1
  do {
    at = memory.indexOf(wanted[0]!, at + 1)
    if (at === -1) throw new Error(`this build of PHP has no ${JSON.stringify(text)}`)
  } while (!wanted.every((byte, offset) => memory[at + offset] === byte))
  memory.set(bytes(replacement), at)
}
