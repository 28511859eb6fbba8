import { mkdirSync, mkdtempSync, readdirSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { keepPages, versionOf, type RenderedPage } from '../../page/kept-pages.ts'

const folder = () => mkdtempSync(join(tmpdir(), 'kept-'))
const rendered: RenderedPage = { body: '["<p>a</p>"]', sections: [], files: [['a.json', '{}']], env: { title: 'A' } }

describe('keepPages', () => {
  it('returns a page as it was rendered, until its text or the version changes', () => {
    const cache = folder()
    const { write, read } = keepPages(cache, '1')
    write('a.md', '# A', rendered)
    expect(read('a.md', '# A')).toEqual(rendered)
    expect(read('a.md', '# B')).toBeUndefined()
    expect(read('b.md', '# A')).toBeUndefined()
    expect(keepPages(cache, '1').read('a.md', '# A')).toEqual(rendered)
    expect(keepPages(cache, '2').read('a.md', '# A')).toBeUndefined()
  })

  it('returns a page as long as the files that it shows are as they were', () => {
    const cache = folder()
    const file = join(cache, 'x.ts')
    writeFileSync(file, '1')
    const { write, read } = keepPages(cache, '1')
    const page = { ...rendered, env: { includes: [file] } }
    write('a.md', '<<< @/x.ts', page)
    expect(read('a.md', '<<< @/x.ts')).toEqual(page)
    writeFileSync(file, '2')
    expect(read('a.md', '<<< @/x.ts')).toBeUndefined()
  })

  it('keeps the versions that were used last', () => {
    const cache = folder()
    const versions = ['1', '2', '3', '4', '5', '6']
    for (const [index, version] of versions.entries()) {
      keepPages(cache, version).write('a.md', '# A', rendered)
      utimesSync(join(cache, version), index, index)
    }
    keepPages(cache, '3')
    keepPages(cache, '7')
    expect(readdirSync(cache)).toEqual(['3', '5', '6'])
  })

  it.each([
    '<RunnableExample operation="POST /v3/a" />', '![a](./a.png)', '<img src="a.png">',
  ])('does not keep a page that shows an operation or an image: %j', (source) => {
    const { write, read } = keepPages(folder(), '1')
    write('a.md', source, rendered)
    expect(read('a.md', source)).toBeUndefined()
  })
})

describe('versionOf', () => {
  it('changes with the code that renders and with shared data', () => {
    const repository = folder()
    mkdirSync(join(repository, '.vitepress/page'), { recursive: true })
    const code = (text: string) => {
      writeFileSync(join(repository, '.vitepress/page/a.ts'), text)
      return versionOf(repository, '/', ['a'])
    }
    const first = code('1')
    expect(code('1')).toBe(first)
    expect(code('2')).not.toBe(first)
    expect(versionOf(repository, '/', ['b'])).not.toBe(versionOf(repository, '/', ['a']))
  })
})
