/** Bytes that are emitted together at most. */
const maxBytes = 16_384

/** Maximum delay of output in milliseconds. */
const patience = 100

/** Collects the bytes that a program prints and emits them as text. */
export class Output {
  readonly #emit: (text: string) => void
  readonly #decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  #bytes: number[] = []
  #flushed = performance.now()

  constructor(emit: (text: string) => void) {
    this.#emit = emit
  }

  push(byte: number): void {
    this.#bytes.push(byte)
    // The clock only at the end of a line: reading it for each byte is slower than printing it.
    const isDue = byte === 10 && performance.now() - this.#flushed > patience
    if (isDue || this.#bytes.length >= maxBytes) this.flush()
  }

  /** Emits the collected bytes; an incomplete character stays until its remaining bytes arrive. */
  flush(): void {
    const text = this.#decoder.decode(new Uint8Array(this.#bytes), { stream: true })
    this.#bytes = []
    this.#flushed = performance.now()
    if (text) this.#emit(text)
  }
}
