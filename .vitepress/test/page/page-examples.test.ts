import { expect, it } from 'vitest'
import { packExamples, type Example } from '../../page/page-examples.ts'
import { unpackCode } from '../../theme/example-code.ts'

const tab = (label: string, ...runs: Example['languages'][0]['tabs'][0]['runs']) => ({ label, runs })

const examples: Example[] = [
  { samples: {}, languages: [
    { id: 'typescript', label: 'TypeScript', tabs: [
      tab('异步', ['const ', '--a:1'], ['x = "<b>"\n', undefined], ['// 说明', '--a:2']),
      tab('同步', ['a', '--a:2']),
    ] },
    { id: 'curl', label: 'cURL', tabs: [tab('cURL')] },
  ] },
  { samples: {}, languages: [{ id: 'typescript', label: 'TypeScript', tabs: [tab('程序', ['b', '--a:1'])] }] },
]

it('keeps each text once, and each style of the page once', () => {
  expect(packExamples(examples)).toEqual({
    styles: ['--a:1', '--a:2'],
    examples: [
      { typescript: [
        { text: 'const x = "<b>"\n// 说明', runs: [6, 0, 10, -1, 5, 1] },
        { text: 'a', runs: [1, 1] },
      ], curl: [{ text: '', runs: [] }] },
      { typescript: [{ text: 'b', runs: [1, 0] }] },
    ],
  })
})

it('becomes the HTML of the code, in which the code is text', () => {
  const { styles, examples: [first] } = packExamples(examples)
  expect(first?.typescript?.map(code => unpackCode(code, styles))).toEqual([
    {
      text: 'const x = "<b>"\n// 说明',
      html: '<span style="--a:1">const </span>x = &#34;&#60;b&#62;&#34;\n<span style="--a:2">// 说明</span>',
    },
    { text: 'a', html: '<span style="--a:2">a</span>' },
  ])
})

it('shows text after the last run', () => {
  expect(unpackCode({ text: 'ab&c', runs: [1, 0] }, ['x'])).toEqual({ text: 'ab&c', html: '<span style="x">a</span>b&#38;c' })
})
