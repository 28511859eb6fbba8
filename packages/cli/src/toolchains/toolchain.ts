/** What starts a compiled example. */
export interface Start {
  command: string
  args: string[]
}

/** Why an example does not compile. */
export interface Complaint {
  /** Position of the example in the list that was compiled. */
  index: number
  /** Line of its code, from 1. */
  line?: number
  message: string
}

/** A language whose examples run as processes, by programs of this machine. */
export interface Toolchain {
  /** How to get it, on Debian. */
  install: string
  isInstalled: () => boolean
  /**
   * Compiles all examples at once and compares their format with that of the language's formatter.
   *
   * @param folder an empty folder for the files
   * @returns the command of each example, or the complaints if there are any
   * @throws Error with the output of the tool if it fails for another reason, such as a package that cannot be fetched
   */
  compile: (codes: string[], folder: string) => Promise<Start[] | Complaint[]>
}

/** Tells complaints from starts. */
export const areComplaints = (result: Start[] | Complaint[]): result is Complaint[] => result.some(item => 'message' in item)
