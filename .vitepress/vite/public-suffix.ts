/** Replaces tldts, the 300 KB public suffix list of msw's cookie jar: APIv3 has no cookies. */
export const getDomain = (hostname: string): string => hostname
