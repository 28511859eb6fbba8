import { mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { keepPages, versionOf, type RenderedPage } from '../../page/kept-pages.ts'

const folder = () => mkdtempSync(join(tmpdir(), 'kept-'))
const rendered: RenderedPage = { body: ['<p>a</p>'], sections: [], files: [['a.json', '{}']], env: { title: 'A' } }

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
    expect(readdirSync(cache)).toEqual([])
  })

  it.each([
    '<RunnableExample operation="POST /v3/a" />', 'a\n<<< @/x.ts', '![a](./a.png)', '<img src="a.png">',
  ])('does not keep a page that shows another file: %j', (source) => {
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
