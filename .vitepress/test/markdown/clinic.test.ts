import { createMarkdownRenderer } from 'vitepress'
import { expect, test } from 'vitest'
import { clinicPlugin } from '../../markdown/clinic.ts'

const md = await createMarkdownRenderer('docs', { config: clinicPlugin })

const render = (...lines: string[]) =>
  md.render(lines.join('\n'), { path: 'docs/a.md', relativePath: 'a.md', cleanUrls: false })

test('links to the clinic from every row of SIGN_ERROR in an error table, in the last cell', () => {
  const html = render(
    '| 状态码 | 错误码 | 含义 | 怎么办', '| --- | --- | --- | ---',
    '| 400 | PARAM_ERROR | 参数错误 | 改', '| 401 | `SIGN_ERROR` | 签名错误 | 对照[签名](/guide/signing)', '',
    '| 状态码 | 错误码 | 含义', '| --- | --- | ---', '| 401 | SIGN_ERROR |',
  )
  const cells = Array.from(html.matchAll(/<td>(.*?)<\/td>/g), ([, cell = '']) => cell.replace(/<(?!a )[^>]+>/g, ''))
  expect(cells.filter(cell => cell.includes('验签诊所'))).toEqual([
    expect.stringMatching(/^对照<a .*；粘贴到<a href="\/clinic.html"[^>]*>验签诊所找原因$/),
    expect.stringMatching(/^粘贴到<a href="\/clinic.html"/),
  ])
})

test('leaves other tables alone', () => {
  expect(render('| 码 | 错误码', '| --- | ---', '| 401 | SIGN_ERROR')).not.toContain('clinic')
})

test('makes room for the clinic', () => {
  expect(render('# 标题', '', '<SignatureClinic />')).toContain('<div data-clinic></div>')
})
