/**
 * Script for the head of every page, before VitePress's own. If the reader blocks storage, reading `localStorage` throws,
 * which VitePress and msw do not expect: then this replaces it by an empty one that keeps nothing.
 */
export const storageStandIn = `try { localStorage } catch {
  const value = { length: 0, key: () => null, getItem: () => null, setItem() {}, removeItem() {}, clear() {} }
  for (const name of ['localStorage', 'sessionStorage']) Object.defineProperty(window, name, { value })
}`
