/** Masks bytes, or removes the mask: XOR with MGF1 of a seed (RFC 8017, appendix B.2.1). */
export async function mask(
  bytes: Uint8Array, seed: Uint8Array, hash: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const mask: number[] = []
  for (let counter = 0; mask.length < bytes.length; counter++) {
    mask.push(...new Uint8Array(await crypto.subtle.digest(hash, Uint8Array.of(...seed, 0, 0, 0, counter))))
  }
  return Uint8Array.from(bytes, (byte, index) => byte ^ mask[index]!)
}
