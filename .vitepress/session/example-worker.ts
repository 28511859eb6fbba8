import { loadOnce } from '../loading/load-once.ts'

/** Loads the script of each worker, by URL; kept so that another run needs no network. */
const scripts = new Map<string, () => Promise<Blob>>()

/**
 * Loads the script of a worker for examples. It starts from a blob, so this page's content security policy applies to it.
 *
 * @returns a function that creates a worker
 */
export async function loadExampleWorker(url: string): Promise<() => Worker> {
  const load = scripts.get(url) ?? loadOnce(() => loadScript(new URL(url, location.href)))
  scripts.set(url, load)
  const script = await load()
  return () => createWorker(script)
}

async function loadScript(url: URL): Promise<Blob> {
  const type = 'text/javascript'
  // The dev server's script has imports, which a blob cannot resolve.
  if (import.meta.env.DEV) return new Blob([`import ${JSON.stringify(url)}`], { type })
  const response = await fetch(url)
  if (!response.ok) throw new TypeError(`${url.pathname}: ${response.status}`)
  return new Blob([await response.arrayBuffer()], { type })
}

function createWorker(script: Blob): Worker {
  const url = URL.createObjectURL(script)
  const worker = new Worker(url, { type: 'module', name: 'example' })
  worker.addEventListener('message', () => URL.revokeObjectURL(url), { once: true })
  return worker
}
