/**
 * Creates a worker for examples from the script at `url`. It starts from a blob, so this page's content security policy
 * and service worker apply to it.
 */
export function createExampleWorker(url: string): Worker {
  const module = new Blob([`import ${JSON.stringify(new URL(url, location.href))}`], { type: 'text/javascript' })
  const blob = URL.createObjectURL(module)
  const worker = new Worker(blob, { type: 'module', name: 'example' })
  worker.addEventListener('message', () => URL.revokeObjectURL(blob), { once: true })
  return worker
}
