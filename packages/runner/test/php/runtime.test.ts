import { describe, expect, it } from 'vitest'
import { startPhp } from '../support/php.ts'

const run = await startPhp()

const output = async (code: string) => (await run(code)).output

describe('output', () => {
  it('is the same byte for byte', async () => {
    expect(await output(`print_r(['键' => [1, true, null, 1.5]]); var_dump("é"); printf("%05.1f|%s", 3.14159, 'x'); echo "\\0\\r\\n";`))
      .toBe('Array\n(\n    [键] => Array\n        (\n            [0] => 1\n            [1] => 1\n            [2] => \n            [3] => 1.5\n        )\n\n)\nstring(2) "é"\n003.1|x\0\r\n')
  })

  it('comes from PHP 8.4', async () => {
    expect(await output('echo PHP_VERSION;')).toMatch(/^8\.4\./)
  })

  it('includes buffers, destructors and shutdown functions', async () => {
    const code = `class A { function __destruct() { echo ' destructed'; } } $a = new A;
      register_shutdown_function(function () { echo ' shut down'; }); ob_start(); echo 'buffered';`
    expect(await output(code)).toBe('buffered shut down destructed')
  })
})

describe('code', () => {
  it.each([
    ['without a tag', 'echo __LINE__;', '1'],
    ['with a tag', '<?php\necho __LINE__;', '2'],
    ['with text around', '<?php echo __LINE__ ?> text <?= 2;', '1 text 2'],
    ['in a namespace, with strict types', 'declare(strict_types=1); namespace My\\Shop; use GuzzleHttp\\Psr7\\Response; echo __NAMESPACE__, (new Response(204))->getReasonPhrase();', 'My\\ShopNo Content'],
    ['that knows its file', 'echo __FILE__;', '/example.php'],
  ])('runs %s', async (_, code, expected) => {
    expect(await output(code)).toBe(expected)
  })

  it.each([
    ['an undefined variable', '\n\necho $missing;', '\nWarning: Undefined variable $missing in /example.php on line 3\n'],
    ['an undefined property', '\necho (new stdClass)->missing;', '\nWarning: Undefined property: stdClass::$missing in /example.php on line 2\n'],
    ['a property of null', '\n\n\necho null->missing;', '\nWarning: Attempt to read property "missing" on null in /example.php on line 4\n'],
    ['a syntax error', 'echo 1;\necho 2\necho 3;', '\nParse error: syntax error, unexpected token "echo", expecting "," or ";" in /example.php on line 3\n'],
    ['an unfinished string', '\n$a = "x', '\nParse error: syntax error, unexpected end of file, expecting variable or "${" or "{$" in /example.php on line 2\n'],
    ['a function declared twice', 'function a() {}\nfunction a() {}', '\nFatal error: Cannot redeclare function a() (previously declared in /example.php:1) in /example.php on line 2\n'],
    ['an exception', '\nthrow new DomainException("no");', '\nFatal error: Uncaught DomainException: no in /example.php:2\nStack trace:\n#0 {main}\n  thrown in /example.php on line 2\n'],
  ])('reports the line of the example for %s', async (_, code, message) => {
    expect(await output(code)).toBe(message)
  })

  it('ends with done on exit and with failed on an error', async () => {
    expect([(await run('exit(1);')).end, (await run('echo $a;')).end, (await run('f(;')).end, (await run('f();')).end])
      .toEqual(['done', 'done', 'failed', 'failed'])
  })
})

describe('the next run', () => {
  it.each([
    ['exit', 'function left() {} const LEFT = 1; $left = 1; exit("bye");'],
    ['an exception', 'function left() {} const LEFT = 1; $left = 1; throw new Exception;'],
    ['a syntax error', 'f(;'],
    ['a fatal error', 'function left() {} const LEFT = 1; $left = 1; class A implements Countable {}'],
    ['a loop that never returns', 'function left() { left(); } const LEFT = 1; $left = 1; left();'],
    ['settings', 'const LEFT = 1; $left = 1; function left() {} ini_set("precision", 3); date_default_timezone_set("Asia/Shanghai"); ob_start();'],
    ['an unsent request', 'const LEFT = 1; $left = 1; function left() {} $instance->v3->orders->getAsync()->then("left");'],
  ])('is clean after %s', async (_, code) => {
    await run(code)
    const { output, requests } = await run(`var_dump(function_exists('left'), defined('LEFT'), isset($left), ini_get('precision'), ob_get_level()); $instance->v3->orders->get();`)
    expect(output).toBe('bool(false)\nbool(false)\nbool(false)\nstring(2) "14"\nint(0)\n')
    expect(requests).toHaveLength(1)
  })

  it.each([
    ['while (true) $a[] = str_repeat("x", 1 << 20);', /^\nFatal error: Allowed memory size of 134217728 bytes exhausted \(tried to allocate \d+ bytes\) in \/example\.php on line 1\n$/],
    ['\nfunction f() { f(); } f();', /^\nFatal error: Allowed memory size of \d+ bytes exhausted .* on line 2\n$/],
    ['str_repeat("x", 1 << 30);', /^\nFatal error: Allowed memory size /],
  ])('works after memory exhaustion: %s', async (code, message) => {
    expect(await run(code)).toMatchObject({ output: expect.stringMatching(message), end: 'fatal' })
    expect(await output('echo "alive";')).toBe('alive')
  })
})
