import { describe, expect, it } from 'vitest'
import { startPhp } from '../support/php.ts'

const run = await startPhp()

/** Output of code with an asynchronous request in `$promise`; responses are numbered. */
async function printed(code: string) {
  const { output, requests } = await run(`$orders = $instance->v3->orders; $promise = $orders->getAsync();\n${code}`, (_, count) =>
    count === 3 ? { status: 404, body: '{"code":"NOT_FOUND"}' } : { body: `{"count":${count}}` })
  return { output, sent: requests.length }
}

describe('wait()', () => {
  it('returns the response without then()', async () => {
    expect((await printed('echo get_class($promise->wait());')).output).toBe('GuzzleHttp\\Psr7\\Response')
  })

  it.each([
    ['nothing', '', 'NULL\n'],
    ['a value', 'return 7;', 'int(7)\n'],
    ['a promise', 'return new GuzzleHttp\\Promise\\FulfilledPromise(8);', 'int(8)\n'],
  ])('returns the result of the last then(): %s', async (_, body, output) => {
    expect((await printed(`var_dump($promise->then(function ($response) { ${body} })->wait());`)).output).toBe(output)
  })

  it('waits for a promise that then() returns', async () => {
    const { output, sent } = await printed('echo $promise->then(fn () => $orders->getAsync())->wait()->getBody();')
    expect({ output, sent }).toEqual({ output: '{"count":2}', sent: 2 })
  })

  it('returns the same value twice and sends once', async () => {
    const { output, sent } = await printed('$done = $promise->then(fn ($r) => (string) $r->getBody()); echo $done->wait(), $done->wait(), $promise->wait()->getBody();')
    expect({ output, sent }).toEqual({ output: '{"count":1}'.repeat(3), sent: 1 })
  })

  it('throws the same exception twice', async () => {
    const { output } = await printed(`
      $failing = $promise->then(function () { throw new DomainException('no'); });
      foreach ([1, 2] as $_) { try { $failing->wait(); } catch (DomainException $e) { $seen[] = $e; } }
      var_dump($seen[0] === $seen[1], $failing->getState());`)
    expect(output).toBe('bool(true)\nstring(8) "rejected"\n')
  })

  it('returns null with false, even for a rejection', async () => {
    expect((await printed(`var_dump($promise->then(fn () => throw new DomainException)->wait(false));`)).output).toBe('NULL\n')
  })

  it('wraps a reason that is not throwable', async () => {
    expect((await printed(`try { (new GuzzleHttp\\Promise\\RejectedPromise('why'))->wait(); } catch (Throwable $e) { echo get_class($e), $e->getMessage(), $e->getReason(); }`)).output)
      .toBe('GuzzleHttp\\Promise\\RejectionExceptionThe promise was rejected with reason: whywhy')
  })

  it('throws if nothing can resolve the promise', async () => {
    expect((await printed('(new GuzzleHttp\\Promise\\Promise)->wait();')).output).toMatch(/Uncaught GuzzleHttp\\Promise\\RejectionException/)
  })
})

describe('laziness', () => {
  it('sends on wait() only', async () => {
    const { output, sent } = await printed(`$promise->then(function () { echo 'called'; }); echo $promise->getState();`)
    expect({ output, sent }).toEqual({ output: 'pending', sent: 0 })
  })

  it('sends all pending requests in order on the first wait()', async () => {
    const { output, sent } = await printed(`
      $promise->then(function () { echo 'first '; });
      $second = $orders->getAsync()->then(function () { echo 'second '; });
      $second->wait(); echo 'end';`)
    expect({ output, sent }).toEqual({ output: 'first second end', sent: 2 })
  })

  it('calls the callbacks of settled promises at the end of the script', async () => {
    expect((await printed(`$promise->wait(); $promise->then(function () { echo 'late'; }); echo 'end ';`)).output).toBe('end late')
  })
})

describe('then() and otherwise()', () => {
  it('pass a value to the next', async () => {
    expect((await printed(`echo $promise->then(fn () => 1)->then(fn ($one) => $one + 1)->otherwise(fn () => 0)->then(fn ($two) => $two * 2)->wait();`)).output).toBe('4')
  })

  it('pass a rejection to the first handler and continue with its result', async () => {
    const { output } = await printed(`
      echo $promise->then(fn () => throw new DomainException('no'))->then(fn () => print('never'))
        ->otherwise(fn ($e) => $e->getMessage())->then(fn ($text) => "recovered from $text")->wait();`)
    expect(output).toBe('recovered from no')
  })

  it('pass the exception of a 4xx', async () => {
    const { output } = await printed(`
      $promise->wait(); $orders->getAsync()->wait();
      $orders->getAsync()->then(fn () => print('never'), function ($e) { echo get_class($e), $e->getCode(); })->wait();`)
    expect(output).toBe('GuzzleHttp\\Exception\\ClientException404')
  })

  it('call several handlers in order, and handlers of these afterwards', async () => {
    expect((await printed(`
      $promise->then(function () { echo 'a'; })->then(function () { echo 'c'; });
      $promise->then(function () { echo 'b'; });
      $promise->wait();`)).output).toBe('abc')
  })

  it('do not report a rejection without wait()', async () => {
    expect((await printed(`$promise->then(fn () => throw new DomainException('no')); $promise->wait(); echo 'end';`)).output).toBe('end')
  })
})

describe('Utils and cancel()', () => {
  it('all() returns the values by key, or the first rejection', async () => {
    const { output } = await printed(`
      use GuzzleHttp\\Promise\\Utils;
      $bodies = fn ($r) => (string) $r->getBody();
      print_r(Utils::all(['a' => $promise->then($bodies), 'b' => $orders->getAsync()->then($bodies)])->wait());
      try { Utils::all([$orders->getAsync(), $orders->getAsync()])->wait(); } catch (GuzzleHttp\\Exception\\ClientException $e) { echo $e->getCode(); }`)
    expect(output).toBe('Array\n(\n    [a] => {"count":1}\n    [b] => {"count":2}\n)\n404')
  })

  it('settle() returns state and result of each', async () => {
    const { output } = await printed(`
      $ends = GuzzleHttp\\Promise\\Utils::settle([$promise, $orders->getAsync(), $orders->getAsync()])->wait();
      echo implode(' ', array_column($ends, 'state')), ' ', $ends[2]['reason']->getCode();`)
    expect(output).toBe('fulfilled fulfilled rejected 404')
  })

  it('cancel() keeps a request from being sent', async () => {
    const { output } = await printed(`
      $child = $promise->then(fn () => print('never')); $child->cancel();
      try { $child->wait(); } catch (GuzzleHttp\\Promise\\CancellationException $e) { echo $child->getState(), $promise->getState(); }`)
    expect(output).toBe('rejectedrejected')
  })
})
