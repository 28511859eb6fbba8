/** A menu with more entries is of no help. */
const most = 40

/** Folders with fewer pages stay in the menu of the folder above. */
const fewest = 4

/**
 * Names a menu for each page of which no product is known: its folder, split until a menu is short. All pages together, if they
 * are few, are 其他.
 */
export function menusByFolder(pages: string[], name = '其他', depth = 0): Map<string, string> {
  const below = Map.groupBy(pages, page => page.split('/').slice(0, depth + 1).join('/'))
  const names = new Map(pages.map(page => [page, name]))
  if (pages.length <= most) return names
  for (const [folder, members] of below) {
    if (members.length < fewest) continue
    // A folder above all the others says nothing.
    const own = folder.replace(/^openapi\/(?:v3\/)?/, '') || folder
    for (const [page, menu] of menusByFolder(members, own, depth + 1)) names.set(page, menu)
  }
  return names
}
