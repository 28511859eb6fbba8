import { beforeEach, describe, expect, it } from 'vitest'
import { createPreference, parsePreference } from '../../../theme/composables/use-preference.ts'

const key = 'wxpay-live:example'
const byDefault = { language: 'typescript', tab: '异步纯链式' }
const php = { language: 'php', tab: '同步声明式' }

/** A fake browser window with storage and storage events from other tabs. */
class Browser extends EventTarget {
  readonly stored = new Map<string, string>()

  readonly localStorage = {
    getItem: (name: string) => this.stored.get(name) ?? null,
    setItem: (name: string, value: string) => { this.stored.set(name, value) },
  }

  changeElsewhere(name: string | null, newValue: string | null): void {
    this.dispatchEvent(Object.assign(new Event('storage'), { key: name, newValue }))
  }

  get window(): Window {
    return this as unknown as Window
  }
}

let browser: Browser
beforeEach(() => { browser = new Browser() })

describe('parsePreference', () => {
  it('parses a stored preference', () => {
    expect(parsePreference(JSON.stringify(php))).toEqual(php)
  })

  it.each([null, '', '{', 'null', '7', '[]', '{"language":"php"}', '{"language":1,"tab":"同步声明式"}'])(
    'returns the default for %j',
    (text) => { expect(parsePreference(text)).toEqual(byDefault) },
  )
})

describe('createPreference', () => {
  it('starts with the default and loads the stored preference once connected', () => {
    browser.stored.set(key, JSON.stringify(php))
    const { preference, connect } = createPreference()
    expect(preference).toEqual(byDefault)
    connect(browser.window)
    expect(preference).toEqual(php)
  })

  it('stores a choice for the next page', () => {
    const first = createPreference()
    first.connect(browser.window)
    first.choose({ tab: '同步声明式' })
    first.choose({ language: 'php' })
    const next = createPreference()
    next.connect(browser.window)
    expect(next.preference).toEqual(php)
  })

  it('stores nothing before the reader chooses', () => {
    createPreference().connect(browser.window)
    expect(browser.stored).toEqual(new Map())
  })

  it('keeps a choice when more examples connect', () => {
    const { preference, connect, choose } = createPreference()
    connect(browser.window)
    choose(php)
    browser.stored.clear()
    connect(browser.window)
    expect(preference).toEqual(php)
  })

  it('follows a choice made in another tab of the browser', () => {
    const { preference, connect } = createPreference()
    connect(browser.window)
    browser.changeElsewhere('something else', JSON.stringify(php))
    expect(preference).toEqual(byDefault)
    browser.changeElsewhere(key, JSON.stringify(php))
    expect(preference).toEqual(php)
    browser.changeElsewhere(key, '{corrupt')
    expect(preference).toEqual(byDefault)
  })

  it('keeps a choice on the page if storage is blocked', () => {
    Object.defineProperty(browser, 'localStorage', { get: () => { throw new Error('SecurityError') } })
    const { preference, connect, choose } = createPreference()
    connect(browser.window)
    choose(php)
    expect(preference).toEqual(php)
  })
})
