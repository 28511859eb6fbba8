import { describe, expect, it } from 'vitest'
import { addressTags, readSiteLinks, repositoryLinks } from '../site-links.ts'

const page = { relativePath: 'openapi/v3/x/{id}.md', title: '查询', description: '' }
const sample = readSiteLinks({ repository: { url: 'git+https://github.com/owner/name.git' } }, 'https://docs.test/pay')

describe('readSiteLinks', () => {
  it.each([
    ['github:owner/name', 'https://github.com/owner/name'],
    ['git@github.com:owner/name.git', 'https://github.com/owner/name'],
    ['git://git.test/a.git', 'https://git.test/a'],
    ['a folder', undefined],
  ])('reads %s', (repository, address) => {
    expect(readSiteLinks({ repository }, undefined)).toEqual({ repository: address, site: undefined })
  })

  it('ends the address of the site in a slash', () => {
    expect(sample).toEqual({ repository: 'https://github.com/owner/name', site: 'https://docs.test/pay/' })
  })
})

it('names the canonical address, in which the index of a folder is the folder', () => {
  const tags = (relativePath: string) => addressTags(sample, { ...page, relativePath }, false)
  expect(tags(page.relativePath)).toContainEqual(['link', { rel: 'canonical', href: 'https://docs.test/pay/openapi/v3/x/%7Bid%7D.html' }])
  expect(tags('guide/index.md')).toContainEqual(['meta', { property: 'og:url', content: 'https://docs.test/pay/guide/' }])
})

it('shows the picture if the pages have one', () => {
  const tags = (hasPicture: boolean) => JSON.stringify(addressTags(sample, page, hasPicture))
  expect(tags(true)).toContain('"https://docs.test/pay/og.png"')
  expect(tags(false)).not.toContain('og:image')
})

it('leads to the source of a page', () => {
  expect(repositoryLinks(sample)).toEqual({
    socialLinks: [{ icon: 'github', link: 'https://github.com/owner/name', ariaLabel: '源代码' }],
    editLink: { pattern: 'https://github.com/owner/name/edit/main/docs/:path', text: '修改这一页' },
  })
})

it('leaves out what is unknown', () => {
  const unknown = readSiteLinks({}, undefined)
  expect(repositoryLinks(unknown)).toEqual({})
  expect(JSON.stringify(addressTags(unknown, page, true))).not.toMatch(/canonical|og:url|og:image|undefined/)
})
