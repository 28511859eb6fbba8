/** The 64-bit FNV-1a hash of a text's UTF-8 bytes: fast and well spread, of no use against an adversary. */
export function fnv1a(text: string): bigint {
  let hash = 0xcbf29ce484222325n
  for (const byte of new TextEncoder().encode(text)) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n)
  }
  return hash
}
