import { loadOnce } from './load-once.ts'

/** Returns a function that loads each of some things once, by its name; after a failure the next call tries again. */
export function loadEach<T>(load: (name: string) => Promise<T>): (name: string) => Promise<T> {
  const each = new Map<string, () => Promise<T>>()
  return (name) => {
    const loadThis = each.get(name) ?? loadOnce(() => load(name))
    each.set(name, loadThis)
    return loadThis()
  }
}
