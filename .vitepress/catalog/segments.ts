/** Any variable, in the name of a part. */
export const anyVariable = '{}'

/**
 * Returns the segments of a path, variables as `{}`, without the access point before `/v3/`, such as `/hk`, and without a
 * slash at the end.
 */
export function segmentsOf(path: string): string[] {
  const [, rest = path] = /^.*?(\/v3\/.*)/.exec(path) ?? []
  return rest.split('/').filter(Boolean).map(text => text.startsWith('{') ? anyVariable : text)
}

/** Whether the operations of a part can have that path. */
export const isBelow = (path: string[], part: string[]): boolean => part.every((segment, depth) => (
  segment === path[depth] || (segment === anyVariable && depth < path.length)
))
