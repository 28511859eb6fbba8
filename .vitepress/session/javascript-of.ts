import { CodeError, type RunEvent, type RunRequest } from '@wxpay-live/runner'

/**
 * Makes JavaScript of TypeScript. Without a network the code stays as it is, which most often is JavaScript.
 *
 * @returns what a worker runs; undefined for invalid code, whose error is passed to `onEvent`
 */
export async function javascriptOf(
  code: string, onEvent: (event: RunEvent) => void,
): Promise<Pick<RunRequest, 'code' | 'imports'> | undefined> {
  const toJavaScript = await loadCompiler()
  if (!toJavaScript) {
    onEvent({ type: 'log', level: 'warn', text: '没能下载去掉类型的程序，代码当作 JavaScript 运行：有类型标注或 import 时请检查网络' })
    return { code }
  }
  try {
    return toJavaScript(code)
  } catch (error) {
    if (!(error instanceof CodeError)) throw error
    const { name, message, line, column } = error
    onEvent({ type: 'error', name, message, line, column })
  }
}

async function loadCompiler() {
  try {
    const { toJavaScript } = await import('@wxpay-live/runner/to-javascript')
    return toJavaScript
  } catch {
    return undefined
  }
}
