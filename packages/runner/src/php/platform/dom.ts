/**
 * The web build of PHP looks for a canvas, full screen and key events as it starts. A worker has none of them; here is
 * just enough for it to look.
 */
const nothing = {
  addEventListener: () => {},
  removeEventListener: () => {},
  querySelector: () => null,
  getElementById: () => null,
}

Object.assign(globalThis, { document: nothing, screen: {}, window: globalThis })
