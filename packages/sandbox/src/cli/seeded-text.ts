import { fnv1a } from '../values/fnv1a.ts'

/** Makes letters and digits that look random and are the same for the same seed. */
export function seededText(seed: string): (length: number) => string {
  let count = 0
  const some = () => fnv1a(`${seed}:${count++}`).toString(36).toUpperCase()
  return (length) => {
    let text = ''
    while (text.length < length) text += some()
    return text.slice(0, length)
  }
}
