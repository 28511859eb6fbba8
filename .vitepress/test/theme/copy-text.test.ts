import { afterEach, expect, it, vi } from 'vitest'
import { copyText } from '../../theme/copy-text.ts'

/** Stubs the parts of a page that copying by selection needs. */
function stubPage({ allowed }: { allowed: boolean }) {
  const copied: string[] = []
  const field = { value: '', style: {}, select() {}, remove: vi.fn() }
  vi.stubGlobal('HTMLElement', class {})
  vi.stubGlobal('document', {
    activeElement: null,
    createElement: () => field,
    body: { append() {} },
    execCommand: () => { copied.push(field.value); return allowed },
  })
  return { copied, field }
}

afterEach(() => { vi.unstubAllGlobals() })

it('writes to the clipboard', async () => {
  const writeText = vi.fn(async () => {})
  vi.stubGlobal('navigator', { clipboard: { writeText } })
  expect(await copyText('code\n')).toBe(true)
  expect(writeText).toHaveBeenCalledExactlyOnceWith('code\n')
})

it('copies by selection if there is no clipboard', async () => {
  vi.stubGlobal('navigator', {})
  const { copied, field } = stubPage({ allowed: true })
  expect(await copyText('code')).toBe(true)
  expect(copied).toEqual(['code'])
  expect(field.remove).toHaveBeenCalled()
})

it('reports failure if both the clipboard and the selection are blocked', async () => {
  vi.stubGlobal('navigator', { clipboard: { writeText: () => Promise.reject(new Error('NotAllowedError')) } })
  stubPage({ allowed: false })
  expect(await copyText('code')).toBe(false)
})
