const link = /(?<!!)\[([^[\]]*)\]\([^()\s]*\)/g

/** Replaces the links of a Markdown text with their labels: an address that is relative to the site leads nowhere else. */
export const withoutLinks = (text: string) => text.replace(link, '$1')
