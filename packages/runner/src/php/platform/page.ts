const element = {
  addEventListener() {},
  removeEventListener() {},
  querySelector: () => null,
  getElementById: () => null,
}

const page = { document: element, screen: {}, window: globalThis }

/**
 * Runs a function that expects the globals of a page. PHP's web build looks for a canvas, full screen and keys when it
 * starts. The globals are removed afterwards, because other libraries use them to tell a page from a worker.
 */
export async function withPage<T>(start: () => Promise<T>): Promise<T> {
  Object.assign(globalThis, page)
  try {
    return await start()
  } finally {
    for (const name of Object.keys(page)) Reflect.deleteProperty(globalThis, name)
  }
}
