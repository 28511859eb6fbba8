import { spawnSync } from 'node:child_process'

/** The last commit that was made without the check of subjects. */
const start = 'd90713f7f283cde60557c02f8d2fa9f688e66d84'

function git(...args: string[]): string | undefined {
  const { status, stdout } = spawnSync('git', args, { encoding: 'utf8' })
  return status === 0 ? stdout.trim() : undefined
}

/**
 * Subjects of the commits since the check began, newest first, merges left out. A shallow clone that does not
 * reach back to the start has newer commits only, so all of them count.
 * @returns undefined if the history is not there: no repository, or one that began elsewhere
 */
export function commitSubjects(): string[] | undefined {
  const known = git('merge-base', '--is-ancestor', start, 'HEAD') !== undefined
  const shallow = git('rev-parse', '--is-shallow-repository') === 'true'
  if (!known && !shallow) return undefined
  const log = git('log', '--no-merges', '--format=%s', known ? `${start}..HEAD` : 'HEAD')
  return log?.split('\n').filter(subject => subject && !subject.startsWith('Merge '))
}
