import { describe, expect, it } from 'vitest'
import { startPhp } from '../support/php.ts'

const run = await startPhp()
const refuse = () => ({ status: 400, body: '{"code":"PARAM_ERROR"}' })

/** The stack trace that an uncaught exception prints. */
async function traceOf(code: string): Promise<string> {
  const { output } = await run(code, refuse)
  return output.slice(output.indexOf('Stack trace:'))
}

describe('the trace of an exception contains only lines of the example', () => {
  it.each([
    ['of a request', '\n$instance->v3->orders->get();', '#0 /example.php(2): ArrayIterator@anonymous->get()\n#1 {main}\n  thrown in /example.php on line 2\n'],
    ['of a wrong option', '\n$instance->v3->orders->get(["json" => NAN]);', '#0 /example.php(2): ArrayIterator@anonymous->get(Array)\n#1 {main}\n  thrown in /example.php on line 2\n'],
    ['of a promise', '$promise = $instance->v3->orders->getAsync();\n$promise->wait();', '#0 /example.php(2): GuzzleHttp\\Promise\\Promise->wait()\n#1 {main}\n  thrown in /example.php on line 2\n'],
    [
      'of a callback',
      'function f($r) {\n  throw new Exception;\n}\n$instance->v3->orders->getAsync()\n->otherwise("f")\n->wait();',
      '#0 [internal function]: f(Object(GuzzleHttp\\Exception\\ClientException))\n#1 /example.php(6): GuzzleHttp\\Promise\\Promise->wait()\n#2 {main}\n  thrown in /example.php on line 2\n',
    ],
    ['of functions of PHP', 'function f() { throw new Exception; }\narray_map("f", [1]);', '#0 [internal function]: f(1)\n#1 /example.php(2): array_map(\'f\', Array)\n#2 {main}\n  thrown in /example.php on line 1\n'],
  ])('%s', async (_, code, trace) => {
    expect(await traceOf(code)).toBe(`Stack trace:\n${trace}`)
  })

  it('when it is caught and printed', async () => {
    const { output } = await run('try {\n  $instance->v3->orders->get();\n} catch (Exception $e) {\n  echo $e->getFile(), $e->getLine(), $e->getTraceAsString();\n}', refuse)
    expect(output).toBe('/example.php2#0 /example.php(2): ArrayIterator@anonymous->get()\n#1 {main}')
  })

  it('for previous exceptions too', async () => {
    const { output } = await run('try {\n  $instance->v3->orders->get();\n} catch (Exception $e) {\n  throw new Exception("mine", 0, $e);\n}', refuse)
    expect(output).not.toContain('/wxpay-live/')
    expect(output).toContain('Next Exception: mine in /example.php:4')
  })
})
