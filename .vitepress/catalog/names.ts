/** Folder of the catalog's files, below the site's base. */
export const catalogFolder = 'assets/catalog/'

/**
 * The file of each part, by the beginning of its paths, such as `/v3/pay/transactions`, where `{}` stands for any variable;
 * and the other files.
 */
export interface CatalogIndex {
  parts: Record<string, string>
  notifications: string
  /** The method, path and title of all operations. */
  list: string
}
