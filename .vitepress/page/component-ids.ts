/**
 * Names the components in the attributes that scope their styles, of which each page has a hundred, by four letters instead of eight.
 * @returns the function for Vue's `componentIdGenerator`, which throws if two components get the same name
 */
export function createComponentIds() {
  const paths = new Map<string, string>()
  type Hash = (text: string) => string
  return (path: string, _source: string, _isProduction: boolean | undefined, getHash: Hash): string => {
    const id = parseInt(getHash(path), 16).toString(36).slice(-4)
    const other = paths.get(id) ?? path
    if (other !== path) throw new Error(`${path} and ${other} have the same id ${id}: rename one of them`)
    paths.set(id, path)
    return id
  }
}
