/** Address of the data segment; exported addresses are relative to it. */
const base = 1024

/** Offset of `during_request_startup` in PHP 8.4's `core_globals` with a 32-bit `long`. */
const offset = 318

/**
 * Returns the address of the flag that says that PHP is starting. While it is set, warnings do not name their function.
 * PHP clears it when it runs a file, but not when it evaluates code.
 */
export function startupFlag({ core_globals: globals }: WebAssembly.Exports): number {
  if (!(globals instanceof WebAssembly.Global)) throw new Error('this build of PHP does not export core_globals, use php-wasm 0.1')
  return base + Number(globals.value) + offset
}
