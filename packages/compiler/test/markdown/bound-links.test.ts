import MarkdownIt from 'markdown-it'
import { expect, test } from 'vitest'
import { boundLinks } from '../../src/markdown/bound-links.ts'

const markdown = new MarkdownIt({ linkify: true }).use(boundLinks)
const linksOf = (text: string) => markdown.render(text).match(/<a href="[^"]*"/g) ?? []

test('finds addresses as without it', () => {
  const text = `见 https://pay.weixin.qq.com/doc 和 www.example.com。${'字'.repeat(1000)}`
  expect(linksOf(text)).toEqual(['<a href="https://pay.weixin.qq.com/doc"', '<a href="http://www.example.com"'])
})

test('finds an address of 2,000 characters, and none in a longer word', () => {
  const address = 'https://a.com/'.padEnd(2000, 'x')
  expect(linksOf(address)).toHaveLength(1)
  expect(linksOf(`${address} ${address}`)).toHaveLength(2)
  expect(linksOf(`${address}x`)).toEqual([])
})
