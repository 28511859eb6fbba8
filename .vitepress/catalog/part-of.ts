/** Returns the catalog part of a path: the first segment after `/v3/`, or an empty string. */
export const partOf = (path: string): string => path.split('/v3/')[1]?.split('/')[0] ?? ''
