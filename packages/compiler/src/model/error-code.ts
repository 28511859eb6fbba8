/** A row of an error table. */
export interface ErrorCode {
  /** HTTP status. */
  status: number
  code: string
  /** Markdown source of the cell that says what happened. */
  meaning: string
  /** Markdown source of the cell that says what to do. */
  remedy: string
  /** Set if the row says 未证实: no source states that the operation responds with the code. */
  doubtful?: true
}
