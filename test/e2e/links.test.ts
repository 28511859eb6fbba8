import { describe, expect, it } from 'vitest'
import { builtPages } from './support/built-pages.ts'
import { leadsSomewhere, ownLinks } from './support/links.ts'

// The page for what is missing is empty until a script has drawn it.
const pages = builtPages.filter(file => file !== '404.html')

describe(`the links of ${pages.length} built pages`, () => {
  it('are on every page', () => {
    expect(pages.filter(file => !ownLinks(file).length)).toEqual([])
  })

  it('lead to a page, and to an element if they name one', () => {
    const broken = pages.flatMap(file => (
      ownLinks(file).filter(link => !leadsSomewhere(link, file)).map(link => `${file}: links to ${link}`)
    ))
    expect(broken).toEqual([])
  })

  it('are reported if the page or the element is missing', () => {
    expect(leadsSomewhere('/openapi/v3/none.html', 'index.html')).toBe(false)
    expect(leadsSomewhere('#none', 'guide/index.html')).toBe(false)
  })
})
