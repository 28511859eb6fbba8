// VitePress bundles its configuration and resolves packages in it without our source condition. Node knows it, so Node
// imports config.ts.
export default (await import(new URL('config.ts', import.meta.url).href)).default
