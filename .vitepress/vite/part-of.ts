/** The part of the catalog that a path belongs to: its first segment after the version, whatever stands before that. */
export const partOf = (path: string): string => path.split('/v3/')[1]?.split('/')[0] ?? ''
