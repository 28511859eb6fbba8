/** A storage key of parts that may hold any character, or none. */
export const keyOf = (...parts: string[]) => parts.map(part => encode(part) || '%').join(':')

/** Dots are folders to some storages, and `*` and `'` no part of a file's name. */
const encode = (part: string) => encodeURIComponent(part.toWellFormed())
  .replace(/[.!'()*]/g, character => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
