import type { Reporter, TestCase, TestSpecification } from 'vitest/node'

/** Milliseconds from one line to the next. */
const interval = 10_000

/** A Vitest reporter for logs: every ten seconds one line with the number of files and tests done. */
export default class ProgressReporter implements Reporter {
  private files = 0
  private done = 0
  private passed = 0
  private failed = 0
  private printed = 0

  onTestRunStart(specifications: readonly TestSpecification[]): void {
    this.files = specifications.length
    this.printed = performance.now()
  }

  onTestCaseResult(test: TestCase): void {
    const { state } = test.result()
    if (state === 'passed') this.passed++
    if (state === 'failed') this.failed++
    this.print()
  }

  onTestModuleEnd(): void {
    this.done++
    this.print(this.done === this.files)
  }

  private print(isLast = false): void {
    if (!isLast && performance.now() - this.printed < interval) return
    this.printed = performance.now()
    console.log(`   ${this.done} of ${this.files} files, ${this.passed} tests passed, ${this.failed} failed`)
  }
}
