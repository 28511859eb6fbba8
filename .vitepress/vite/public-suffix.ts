/**
 * Stands in for tldts, the public suffix list that msw's cookie jar carries along: 300 KB that only cookies need, and
 * APIv3 has none.
 */
export const getDomain = (hostname: string): string => hostname
