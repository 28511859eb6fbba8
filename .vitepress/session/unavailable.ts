/** Why examples, or some of them, cannot run on this page, and what the reader can do about it; both in Chinese. */
export class Unavailable extends Error {
  readonly remedy: string

  constructor(reason: string, remedy: string) {
    super(reason)
    this.remedy = remedy
  }
}
