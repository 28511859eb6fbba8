import type { RunEvent } from '@wxpay-live/runner'
import { describe, expect, it } from 'vitest'
import { joinOutput, linesOf, type OutputLine } from '../../theme/output-line.ts'

const output = (text: string): OutputLine => ({ type: 'output', text })
const log: OutputLine = { type: 'log', level: 'log', text: 'note' }

describe('linesOf', () => {
  it.each<[RunEvent, OutputLine[]]>([
    [{ type: 'done' }, []],
    [log, [log]],
    [{ type: 'timeout', waiting: ['POST https://api.mch.weixin.qq.com/v3/x', 'setTimeout(…, 60000)'] },
      [{ type: 'error', name: '超时', message: '还在等 POST https://api.mch.weixin.qq.com/v3/x、setTimeout(…, 60000)' }]],
    [{ type: 'timeout', waiting: [] },
      [{ type: 'error', name: '超时', message: '没有在等请求或定时器：代码在循环，或在等一个不会有结果的 Promise' }]],
    [{ type: 'excess', of: 'requests', limit: 1000 },
      [{ type: 'error', name: '请求太多', message: '超过 1000 次，其余的没有显示，运行到此为止' }]],
    [{ type: 'excess', of: 'characters', limit: 500_000 },
      [{ type: 'error', name: '输出太多', message: '超过 500000 个字符，其余的没有显示，运行到此为止' }]],
  ])('shows %j', (event, lines) => {
    expect(linesOf(event)).toEqual(lines)
  })
})

describe('joinOutput', () => {
  it('joins pieces of output, but not across other lines', () => {
    expect(joinOutput([output('a'), output('b\n'), output('c'), log, output('d')])).toEqual([output('ab\nc'), log, output('d')])
  })
})
