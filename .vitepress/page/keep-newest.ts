import { existsSync, readdirSync, rmSync, statSync, utimesSync } from 'node:fs'
import { join } from 'node:path'

/** How many versions are kept: ours, and those of other folders and settings. */
const most = 4

/** Forgets the versions in a folder that were not used lately, and counts this one, if it exists, as used. */
export function keepNewest(folder: string, version: string): void {
  const own = join(folder, version)
  if (existsSync(own)) utimesSync(own, new Date(), new Date())
  const names = existsSync(folder) ? readdirSync(folder).filter(name => name !== version) : []
  const newestFirst = names.map(name => join(folder, name))
    .toSorted((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs)
  for (const old of newestFirst.slice(most - 1)) rmSync(old, { recursive: true, force: true })
}
