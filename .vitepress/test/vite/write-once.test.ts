import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { writeOnce } from '../../vite/write-once.ts'

const client = fileURLToPath(new URL('../../../node_modules/vitepress/dist/client/', import.meta.url))
const { transform } = writeOnce() as { transform: (code: string, id: string) => { code: string } | undefined }

/** What the plugin makes of a file of VitePress. */
const written = (file: string, code = readFileSync(client + file, 'utf8')) => transform(code, client + file)?.code

describe('writeOnce', () => {
  it.each(['SidebarItem', 'MenuLink', 'NavMenuLink', 'NavMenuGroup', 'Flyout', 'DocFooter'])('makes the texts of VP%s text', (part) => {
    const code = written(`theme-default/components/VP${part}.vue`)
    expect(code).not.toContain('v-html')
    expect(code).toMatch(/<(\w+)[^<>]*>\{\{ [^}]+ \}\}<\/\1>/)
  })

  it('keeps the attributes of an element', () => {
    const code = '<component v-else :is="tag" class="text" v-html="item.text" />\n<span\n  class="desc"\n  v-html="a?.b || \'c\'"\n></span>'
    expect(written('theme-default/components/VPSidebarItem.vue', code)).toBe(
      '<component v-else :is="tag" class="text">{{ item.text }}</component>\n<span\n  class="desc">{{ a?.b || \'c\' }}</span>',
    )
  })

  it('writes the language and direction of the document only if they change', () => {
    expect(written('app/index.js')).toContain('if (document.documentElement.lang !== lang.value) document.documentElement.lang = lang.value;')
    expect(written('app/index.js')).toContain('if (document.documentElement.dir !== dir.value) document.documentElement.dir = dir.value;')
  })

  it('leaves other files alone', () => {
    expect(written('theme-default/components/VPHero.vue')).toBeUndefined()
  })

  it('rejects a file that VitePress writes in another way', () => {
    expect(() => written('app/index.js', 'mount()')).toThrow('VitePress no longer writes')
    const half = '<b v-html="a" />\n<b :title="x > 1" v-html="b" />'
    expect(() => written('theme-default/components/VPFlyout.vue', half)).toThrow('VitePress no longer writes')
  })
})
