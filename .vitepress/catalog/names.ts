/** Folder of the catalog's files, below the site's base. */
export const catalogFolder = 'assets/catalog/'

/** Name of the part with the notifications, which have no path, and the operations outside `/v3/`. */
export const pathless = '-'

/** The file of each part, by the first segment after `/v3/` of its paths. */
export type CatalogIndex = Record<string, string>
