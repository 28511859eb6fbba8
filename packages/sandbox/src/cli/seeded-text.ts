import { fnv1a } from '../values/fnv1a.ts'

/** Returns a generator of letters and digits that look random but are the same for the same seed. */
export function seededText(seed: string): (length: number) => string {
  let count = 0
  const next = () => fnv1a(`${seed}:${count++}`).toString(36).toUpperCase()
  return (length) => {
    let text = ''
    while (text.length < length) text += next()
    return text.slice(0, length)
  }
}
