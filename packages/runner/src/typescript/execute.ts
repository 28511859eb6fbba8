import { transpile } from './transpile.ts'

/**
 * Runs an example as a module, so that top-level `await` works and stack traces have its lines.
 *
 * @throws what the example throws
 */
export async function execute(code: string): Promise<void> {
  const url = URL.createObjectURL(new Blob([transpile(code)], { type: 'text/javascript' }))
  try {
    await import(/* @vite-ignore */ url)
  } finally {
    URL.revokeObjectURL(url)
  }
}
