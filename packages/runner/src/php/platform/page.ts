const element = {
  addEventListener() {},
  removeEventListener() {},
  querySelector: () => null,
  getElementById: () => null,
}

const page = { document: element, screen: {}, window: globalThis }

/**
 * Runs what looks for a page, as PHP's web build does when it starts: for a canvas, full screen and keys. A worker has
 * none of them; here is just enough to look, and only as long, since others tell a worker from a page by it.
 */
export async function withPage<T>(start: () => Promise<T>): Promise<T> {
  Object.assign(globalThis, page)
  try {
    return await start()
  } finally {
    for (const name of Object.keys(page)) Reflect.deleteProperty(globalThis, name)
  }
}
