/** Where Emscripten lays the data that the addresses of exports count from. */
const base = 1024

/** `during_request_startup` within PHP 8.4's `core_globals`, where a `long` has 32 bits. */
const offset = 318

/**
 * The address of the flag by which PHP knows that it is still starting: until it is put out, warnings do not name their
 * function. PHP itself puts it out where it runs a file, not where it evaluates code.
 */
export function startupFlag({ core_globals: globals }: WebAssembly.Exports): number {
  if (!(globals instanceof WebAssembly.Global)) throw new Error('this build of PHP does not tell where its globals are')
  return base + Number(globals.value) + offset
}
