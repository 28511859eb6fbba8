import type { ImportPlace } from './find-imports.ts'
import { type Modules, resolveImports } from './imports.ts'

/**
 * Runs JavaScript as a module, so that top-level `await` works and stack traces have its lines.
 *
 * @throws what the example throws
 */
export async function execute(
  code: string, imports: readonly ImportPlace[], modules: Modules,
): Promise<void> {
  const urls: string[] = []
  const toUrl = (source: string) => {
    const url = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }))
    urls.push(url)
    return url
  }
  try {
    await import(/* @vite-ignore */ toUrl(await resolveImports(code, imports, modules, toUrl)))
  } finally {
    urls.forEach(url => URL.revokeObjectURL(url))
  }
}
