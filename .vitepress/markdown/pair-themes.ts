import { getTokenStyleObject, type ThemedToken, type ThemeRegistrationResolved } from 'shiki'

/** A theme whose colours stand for those of two, so that code is split into tokens once instead of twice. */
export interface PairedTheme {
  theme: ThemeRegistrationResolved
  /** Returns the `style` of a token for both schemes, as Shiki writes it. */
  styleOf: (token: ThemedToken) => string
}

/**
 * Makes one theme of two that have the same rules with other colours.
 *
 * @throws Error if their rules differ
 */
export function pairThemes(light: ThemeRegistrationResolved, dark: ThemeRegistrationResolved): PairedTheme {
  const pairs: [light: string, dark: string][] = []

  /** Returns the colour whose number is the position of the pair. */
  function pair(ofLight: string, ofDark: string): string {
    const known = pairs.findIndex(([light, dark]) => light === ofLight && dark === ofDark)
    const position = known < 0 ? pairs.push([ofLight, ofDark]) - 1 : known
    return `#${position.toString(16).padStart(6, '0')}`
  }

  const rules = light.settings.map((rule, index) => {
    const { scope, settings: { foreground, ...own } } = rule
    const other = dark.settings[index]
    const ofDark = other?.settings.foreground
    const isSame = String(scope) === String(other?.scope) && own.fontStyle === other?.settings.fontStyle
    if (!isSame || !foreground !== !ofDark) throw new Error(`the themes have different rules for ${String(scope)}`)
    const settings = foreground && ofDark ? { ...own, foreground: pair(foreground, ofDark) } : own
    return { ...rule, settings }
  })
  const theme = { ...light, name: 'paired', fg: pair(light.fg, dark.fg), settings: rules }
  return {
    theme,
    styleOf(token) {
      const colours = pairs[Number.parseInt(token.color!.slice(1), 16)]!
      return ['light', 'dark'].flatMap((scheme, index) => (
        Object.entries(getTokenStyleObject({ ...token, color: colours[index]!.toUpperCase() }))
          .map(([key, value]) => `--shiki-${scheme}${key === 'color' ? '' : `-${key}`}:${value}`)
      )).join(';')
    },
  }
}
