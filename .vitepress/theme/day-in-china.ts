/** Returns the day of a time in China, whose merchants read this: `2026年11月2日`. */
export function dayInChina(time: number): string {
  const iso = new Date(time + 8 * 60 * 60 * 1000).toISOString().slice(0, 10)
  const [year, month, day] = iso.split('-').map(Number)
  // The browser takes longer to load Intl than for all else that brings a page to life.
  return `${year}年${month}月${day}日`
}
