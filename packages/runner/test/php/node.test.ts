import { execFileSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { reuseWorker, run, type RunEvent, type RunWorker } from '../../src/index.ts'
import { compilePhp, createPhpWorker } from '../../src/php/node.ts'
import { limits } from '../../src/limits.ts'
import { settings } from '../support/platform.ts'

const php = await compilePhp()

/** Nobody listens on port 1. */
const client = { ...settings, baseUrl: 'http://127.0.0.1:1' }

let created = 0
const workers = reuseWorker((): RunWorker => {
  created++
  return createPhpWorker()
})

async function runToEnd(code: string, timeout = 10_000) {
  const events: RunEvent[] = []
  const onEvent = (event: RunEvent) => void events.push(event)
  const { outcome } = run(code, { php, client, timeout, onEvent, samples: { id: '42' }, ...workers })
  return { outcome: await outcome, events }
}

const printed = (events: RunEvent[]) => events.map(event => event.type === 'output' ? event.text : '').join('')

describe('a run of PHP in a thread', () => {
  it('reports standard output and standard error', async () => {
    const { events, outcome } = await runToEnd('echo "一\n二"; error_log("to the log");')
    expect(outcome).toBe('done')
    expect(printed(events)).toBe('一\n二')
    expect(events).toContainEqual({ type: 'log', level: 'error', text: 'to the log' })
    expect(events.at(-1)).toEqual({ type: 'done', failed: false })
  })

  it('reports exchanges between outputs, also without a response', async () => {
    const { events, outcome } = await runToEnd(`
      echo 'before';
      try { $instance->v3->orders->post(['json' => ['名' => 1]]); } catch (Throwable $e) { echo get_class($e); }`)
    expect(events.map(({ type }) => type)).toEqual(['output', 'exchange', 'output', 'done'])
    expect(events[1]).toMatchObject({ exchange: { request: { url: 'http://127.0.0.1:1/v3/orders', body: '{"\\u540d":1}' } } })
    expect(outcome).toBe('done')
    expect(printed(events)).toBe('beforeGuzzleHttp\\Exception\\ConnectException')
  })

  it('fails on an uncaught exception', async () => {
    const { events, outcome } = await runToEnd('throw new Exception("no");')
    expect(outcome).toBe('failed')
    expect(printed(events)).toContain('Uncaught Exception: no in /example.php:1')
  })

  it('reports replaced placeholders and files', async () => {
    const { events } = await runToEnd(`
      echo 'before';
      $media = new WeChatPay\\Util\\MediaUtil('/path/to/image.png');
      try { $instance->v3->orders->_id_->get(['id' => '']); } catch (Throwable $e) {}`)
    expect(events.slice(0, 3)).toEqual([
      { type: 'output', text: 'before' },
      { type: 'log', level: 'info', text: '/path/to/image.png 在这里不存在，已代以内容为“…”的文件' },
      { type: 'log', level: 'info', text: 'id 留空，已填入本页的示例值 42' },
    ])
  })

  it('reuses one worker', async () => {
    const before = created
    await runToEnd('exit;')
    await runToEnd('f(;')
    expect(created).toBe(before)
  })

  it('counts the time of the code, not of the start of PHP', async () => {
    const { createWorker } = reuseWorker(createPhpWorker)
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    try {
      const ended = run('echo 1;', { createWorker, php, client: settings, timeout: 250, onEvent: () => {} })
      vi.advanceTimersByTime(1000)
      expect(await ended.outcome).toBe('done')
    } finally {
      vi.useRealTimers()
    }
  })

  it('stops an endless loop and starts the next run', async () => {
    expect(await runToEnd('while (true);', 300)).toEqual({ outcome: 'timeout', events: [{ type: 'timeout', waiting: [] }] })
    expect(printed((await runToEnd('echo "again";')).events)).toBe('again')
  })

  it.each([
    ['of lines', 'while (true) echo "x\n";', 'lines', 'x\n'.repeat(limits.lines).trimEnd()],
    ['without lines', 'while (true) echo "x";', 'characters', 'x'.repeat(limits.characters)],
  ])('stops an endless loop that prints: %s', async (_what, code, of, text) => {
    const { events, outcome } = await runToEnd(code)
    expect(outcome).toBe('excess')
    expect(printed(events)).toBe(text)
    expect(events.at(-1)).toMatchObject({ type: 'excess', of })
  })

  it('stops on request', async () => {
    const going = run('while (true);', { php, client, onEvent: () => {}, ...workers })
    going.stop()
    expect(await going.outcome).toBe('stopped')
  })

  it('ignores stop() after the end of a run', async () => {
    const first = run('echo 1;', { php, client, onEvent: () => {}, ...workers })
    await first.outcome
    first.stop()
    expect((await runToEnd('echo 2;')).outcome).toBe('done')
  })

  it('keeps the process alive during a run only', () => {
    const runner = new URL('../../src/', import.meta.url)
    const program = `
      import { run } from '${runner}index.ts'
      import { compilePhp, createPhpWorker } from '${runner}php/node.ts'
      const php = await compilePhp()
      const onEvent = event => event.type === 'output' && console.log(event.text)
      const { outcome } = run('echo 6 * 7;', { php, onEvent, client: ${JSON.stringify(client)}, createWorker: createPhpWorker, releaseWorker() {} })
      console.log(await outcome)`
    const file = join(mkdtempSync(join(tmpdir(), 'php-')), 'program.mjs')
    writeFileSync(file, program)
    expect(execFileSync(process.execPath, [file], { encoding: 'utf8' })).toBe('42\ndone\n')
  })

  it('reports a missing PHP module', async () => {
    const events: RunEvent[] = []
    const { outcome } = run('', { client, createWorker: createPhpWorker, onEvent: event => void events.push(event) })
    expect(await outcome).toBe('failed')
    expect(events[0]).toMatchObject({ type: 'error', name: 'PHP' })
  })
})
