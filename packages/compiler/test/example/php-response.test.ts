import { expect, test } from 'vitest'
import { readPhp } from '../../src/example/php.ts'

const responseOf = (rest: string, options = '') => readPhp(`$response = $instance->v3->x->get(${options});\n${rest}`).response

test.each([
  ['print_r(json_decode((string) $response->getBody(), true));', undefined],
  ['print_r(204 === $response->getStatusCode());', { returns: 'empty', status: 204 }],
  ['print_r($response->getStatusCode() == 202);', { returns: 'empty', status: 202 }],
  ['print_r($response->getStatusCode());', { returns: 'empty' }],
  ['file_put_contents(\'a.csv\', $response->getBody()->getContents());', { returns: 'binary' }],
  ['', undefined],
])('reads the response from “%s”', (rest, expected) => {
  expect(responseOf(rest)).toEqual(expected)
})

test('reads a sink as a binary response', () => {
  expect(responseOf('', '[\'sink\' => \'a.csv\']')).toEqual({ returns: 'binary' })
})
