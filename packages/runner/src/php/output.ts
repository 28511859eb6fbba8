/** Bytes after which a run's output is cut, so that an endless loop of printing cannot choke the page. */
export const maxBytes = 1_000_000

/** Milliseconds that output may wait for more of it. */
const patience = 100

/** Gathers the bytes a program prints, one by one, and hands them on as text. */
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
      this.#emit(`\n… output stops here: more than ${maxBytes} bytes\n`)
    }
    // Only at the end of a line: asking the clock at every byte would take longer than printing it.
    if (byte === 10 && performance.now() - this.#flushed > patience) this.flush()
  }

  /** Hands on what has gathered; the bytes of half a character wait for its other half. */
  flush(): void {
    const text = this.#decoder.decode(new Uint8Array(this.#bytes), { stream: true })
    this.#bytes = []
    this.#flushed = performance.now()
    if (text) this.#emit(text)
  }
}
