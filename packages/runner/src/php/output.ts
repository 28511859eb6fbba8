/** Maximum output in bytes, so that a loop that prints does not freeze the page. */
export const maxBytes = 1_000_000

/** Maximum delay of output in milliseconds. */
const patience = 100

/** Collects the bytes that a program prints and emits them as text. */
export class Output {
  readonly #emit: (text: string) => void
  readonly #decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  #bytes: number[] = []
  #total = 0
  #flushed = performance.now()

  constructor(emit: (text: string) => void) {
    this.#emit = emit
  }

  push(byte: number): void {
    this.#total++
    if (this.#total > maxBytes) return
    this.#bytes.push(byte)
    if (this.#total === maxBytes) {
      this.flush()
      this.#emit(`\n……输出到此为止：超过 ${maxBytes} 字节\n`)
    }
    // Only at the end of a line: reading the clock for each byte is slower than printing it.
    if (byte === 10 && performance.now() - this.#flushed > patience) this.flush()
  }

  /** Emits the collected bytes; an incomplete character stays until its remaining bytes arrive. */
  flush(): void {
    const text = this.#decoder.decode(new Uint8Array(this.#bytes), { stream: true })
    this.#bytes = []
    this.#flushed = performance.now()
    if (text) this.#emit(text)
  }
}
