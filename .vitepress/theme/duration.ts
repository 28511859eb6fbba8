/** A duration in milliseconds as Chinese text: 毫秒 below a second, from there on 秒 with one decimal. */
export function formatDuration(milliseconds: number): string {
  return milliseconds < 999.5 ? `${Math.round(milliseconds)} 毫秒` : `${(milliseconds / 1000).toFixed(1)} 秒`
}
