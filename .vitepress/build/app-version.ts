import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { hashOf } from '../page/kept-pages.ts'

const sources = [
  'package-lock.json', 'scripts/{browser-dependencies,source-condition}.ts', 'packages/{client,compiler,runner,sandbox}/package.json',
  'packages/{client,compiler,runner,sandbox}/src/**/*', '.vitepress/*.{ts,js}',
  '.vitepress/!(cache|dist|test)/**/*',
]

/**
 * Returns a version that changes with the code that is bundled or bundles, its libraries, and Node.
 * @param repository folder of the code
 * @param shared what else the bundle holds
 */
export function appVersion(repository: string, ...shared: unknown[]): string {
  const files = globSync(sources, { cwd: repository, withFileTypes: true }).filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name)).toSorted()
  return hashOf(process.version, ...files.flatMap(file => [file.slice(repository.length), readFileSync(file, 'utf8')]), JSON.stringify(shared))
}
