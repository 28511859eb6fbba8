/** Returns the storage key of parts, which may be empty or hold any character. */
export const keyOf = (...parts: string[]) => parts.map(part => encode(part) || '%').join(':')

/** Also escapes dots, which some storages take for folders, and characters that file names forbid. */
const encode = (part: string) => encodeURIComponent(part.toWellFormed())
  .replace(/[.!'()*]/g, character => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
