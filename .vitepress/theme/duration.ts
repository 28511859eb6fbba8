/** Formats a duration in Chinese: 毫秒 below one second, otherwise 秒 with one decimal. */
export function formatDuration(milliseconds: number): string {
  return milliseconds < 999.5 ? `${Math.round(milliseconds)} 毫秒` : `${(milliseconds / 1000).toFixed(1)} 秒`
}
