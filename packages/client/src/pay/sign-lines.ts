import type { Settings } from '../settings.ts'

/** Signs texts for a phone, each followed by a line feed. */
export const signLines = ({ privateKey }: Pick<Settings, 'privateKey'>, ...lines: string[]): Promise<string> =>
  privateKey.signAsync(lines.map(line => `${line}\n`).join(''))

/** The time of a signature for a phone, in seconds since the epoch. */
export const secondsOf = ({ now }: Pick<Settings, 'now'>): string => String(Math.floor(now() / 1000))
