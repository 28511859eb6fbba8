import { describe, expect, test } from 'vitest'
import { readPhp } from '../../src/example/php.ts'

describe('the request of a PHP tab', () => {
  test.each([
    '$instance->v3->pay->transactions->id->_transaction_id_->getAsync',
    '$response = $instance->chain(\'v3/pay/transactions/id/{transaction_id}\')->get',
    '$instance[\'v3/pay/transactions/id/{transaction_id}\']->get',
    '$client->v3->chain("pay/transactions")[\'id\']->_transaction_id_->getAsync',
    '$instance->{\'v3\'}->pay->transactions->id->{\'{transaction_id}\'}->get',
  ])('is read from %s', (call) => {
    expect(readPhp(`${call}(['transaction_id' => '4200', 'query' => ['mchid' => '1900000109']]);`)).toMatchObject({
      method: 'GET',
      path: '/v3/pay/transactions/id/{transaction_id}',
      variables: { transaction_id: '4200' },
      query: { mchid: '1900000109' },
    })
  })

  test('ignores the code after the call', () => {
    const code = '$instance->v3->certificates->getAsync()\n->then(static fn($r) => $r->get(\'x\'))\n->otherwise(null)\n->wait();'
    expect(readPhp(code)).toMatchObject({ method: 'GET', path: '/v3/certificates', variables: {} })
  })

  test('reads every kind of literal', () => {
    const code = `$instance->v3->x->post(['json' => [
      'text' => 'a\\'b', 'escaped' => "a\\tb", 'joined' => 'a' . 'b', 'minus' => -1.5, 'yes' => true, 'none' => null,
      'list' => ['a', ['b' => 1]], 'empty' => [], 'map' => (object) ['c' => 2], 'object' => new \\stdClass(),
      'nowdoc' => <<<'END'
x
END, 'heredoc' => <<<END
y
END,
    ]]);`
    expect(readPhp(code).json).toEqual({
      text: 'a\'b', escaped: 'a\tb', joined: 'ab', minus: -1.5, yes: true, none: null,
      list: ['a', { b: 1 }], empty: [], map: { c: 2 }, object: {}, nowdoc: 'x', heredoc: 'y',
    })
  })

  test('reads a missing variable as a placeholder, like an empty one', () => {
    expect(readPhp('$i->v3->_a_->_b_->get([\'a\' => \'\']);').variables).toEqual({ a: '', b: '' })
  })

  test('records the lines of values', () => {
    const { lines } = readPhp('$i->v3->x->post([\n  \'json\' => [\n    \'a\' => 1,\n  ],\n]);')
    expect(lines.get('json/a')).toBe(3)
  })

  test('ignores options of the transport', () => {
    expect(readPhp('$i->v3->x->get([\'http_errors\' => false]);').variables).toEqual({})
  })
})

describe('readPhp', () => {
  test.each([
    ['$a = [;', 1, 'the tab is not valid PHP: syntax error, unexpected \';\''],
    ['\n$x = 1;', 1, 'the PHP code sends no request'],
    ['$i->v3->x->post([\n\'order_no\' => 1]);', 2, 'unknown option “order_no” for the path /v3/x'],
    ['$i->v3->x->post([\'constructor\' => 1]);', 1, 'unknown option “constructor” for the path /v3/x'],
    [`$i->v3->x->post(${'['.repeat(200)}${']'.repeat(200)});`, 1, 'the arrays are nested too deeply'],
  ])('throws for %j', (code, line, message) => {
    const found = { line, message: expect.stringContaining(message) as string }
    expect(() => readPhp(code)).toThrow(expect.objectContaining(found))
  })
})
