import { CodeError, type RunEvent } from '@wxpay-live/runner'

/**
 * Strips the types of TypeScript. Without a network the code stays as it is, which most often is JavaScript.
 *
 * @returns the JavaScript; undefined for invalid code, whose error is passed to `onEvent`
 */
export async function javascriptOf(
  code: string, onEvent: (event: RunEvent) => void,
): Promise<string | undefined> {
  const stripTypes = await loadStripTypes()
  if (!stripTypes) {
    onEvent({ type: 'log', level: 'warn', text: '没能下载去掉类型的程序，代码当作 JavaScript 运行：有类型标注时请检查网络' })
    return code
  }
  try {
    return stripTypes(code)
  } catch (error) {
    if (!(error instanceof CodeError)) throw error
    const { name, message, line, column } = error
    onEvent({ type: 'error', name, message, line, column })
  }
}

async function loadStripTypes() {
  try {
    const { stripTypes } = await import('@wxpay-live/runner/strip-types')
    return stripTypes
  } catch {
    return undefined
  }
}
