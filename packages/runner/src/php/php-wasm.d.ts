/** Emscripten's file system. PHP opens every file with `open`. */
interface PhpFileSystem {
  analyzePath: (path: string) => { exists: boolean }
  mkdirTree: (path: string) => void
  open: (path: string, flags: number, mode?: number) => unknown
  readFile: (path: string) => Uint8Array
  unlink: (path: string) => void
  writeFile: (path: string, content: string) => void
}

/** The part of a PHP instance that we use. */
interface PhpInstance {
  ccall: (name: string, returns: 'number', types: 'string'[], values: string[], options?: { async: boolean }) => unknown
  FS: PhpFileSystem
  HEAPU8: Uint8Array
}

interface PhpInstanceOptions {
  /** Values for `vrzno_shared('name')` in PHP. */
  shared: Record<string, object>
  onRefresh: Set<() => void>
  stdin: () => number | null
  stdout: (byte: number) => void
  stderr: (byte: number) => void
  instantiateWasm: (
    imports: WebAssembly.Imports,
    receive: (instance: WebAssembly.Instance, module: WebAssembly.Module) => void,
  ) => object
}

declare module 'php-wasm/php8.4-*.mjs' {
  const PHP: new (options: PhpInstanceOptions) => Promise<PhpInstance>
  export default PHP
}
