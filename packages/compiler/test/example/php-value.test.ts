import { describe, expect, test } from 'vitest'
import { readPhp } from '../../src/example/php.ts'
import type { JsonValue } from '../../src/model/index.ts'

const read = (setup: string, value: string) => readPhp(`${setup}\n$instance->v3->x->post(['json' => ['a' => ${value}]]);`)

describe('statements before the call', () => {
  test.each<[string, string, JsonValue]>([
    ['$amount = 100;', '$amount', 100],
    ['$a = \'x\'; $b = "{$a}y";', '$b . \'z\'', 'xyz'],
    ['const APPID = \'wx1\';', 'APPID', 'wx1'],
    ['define(\'APPID\', \'wx1\');', 'APPID', 'wx1'],
    ['$encryptor = static fn(string $text): string => Rsa::encrypt($text, $key);', '$encryptor(\'张三\')', '张三'],
    ['$encryptor = static function(string $text) use ($key): string { return Rsa::encrypt($text, $key); };', '$encryptor(\'张三\')', '张三'],
    ['', '\\WeChatPay\\Crypto\\Rsa::encrypt(\'张三\', $key)', '张三'],
    ['$extra = [\'b\' => [1, 2]];', 'json_encode($extra)', '{"b":[1,2]}'],
    ['$name = <<<NAME\n微风 $shop\nNAME;\n$shop = \'便利店\';', '$name', '微风 便利店'],
    ['', '\'a\' . PHP_EOL', 'a\n'],
    ['', '(string) 12', '12'],
    ['', '(int) \'12\'', 12],
    ['', '1_000', 1000],
  ])('are evaluated: %s %s', (setup, value, expected) => {
    const { json, unknown } = read(setup, value)
    expect(json).toEqual({ a: expected })
    expect(unknown).toBeUndefined()
  })

  test('may set the options in a variable', () => {
    expect(readPhp('$options = [\'json\' => [\'a\' => 1]];\n$instance->v3->x->post($options);')).toMatchObject({ json: { a: 1 }, line: 2 })
  })
})

describe('a value that only a run can determine', () => {
  test.each(['$given', 'time()', 'Formatter::nonce()', 'SOME_CONSTANT', 'static fn() => 1', '$list[0]', 'new DateTime()', '$x ? 1 : 2'])(
    'is unknown: %s', (value) => {
      expect(read('', value).unknown).toEqual(new Set(['json/a']))
    })

  test('makes JSON with an unknown part unknown', () => {
    const { json, unknown } = read('', 'json_encode([\'time\' => time()])')
    expect(json).toEqual({ a: '' })
    expect(unknown).toContain('json/a')
  })

  test('makes the array around an unpacked array unknown', () => {
    expect(read('', '[\'b\' => 1, ...$more]').unknown).toEqual(new Set(['json/a']))
  })

  test('throws if variables refer to each other without end', () => {
    expect(() => read('$a = $b; $b = $a;', '$a')).toThrow('nested too deeply')
    const doubling = Array.from({ length: 20 }, (_, index) => `$v${index + 1} = [$v${index}, $v${index}];`).join(' ')
    expect(() => read(doubling, '$v20')).toThrow('the request has too many values')
  })
})
