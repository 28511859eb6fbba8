import { spawnSync } from 'node:child_process'

/** The last commit from before subjects were checked. */
export const start = '63db7bc01165e73d0a8b32ab1108b66ce4e69163'

/** Returns the output of a git command in a folder, or undefined if it fails. */
function git(cwd: string, ...args: string[]): string | undefined {
  const { status, stdout } = spawnSync('git', args, { cwd, encoding: 'utf8' })
  return status === 0 ? stdout.trim() : undefined
}

/**
 * Returns the subjects of the commits after a commit, newest first, without merges. A shallow clone that does not
 * reach back to that commit has newer commits only, so it returns all of them.
 * @returns undefined if the folder has no history that contains the commit
 */
export function commitSubjects(cwd = '.', after = start): string[] | undefined {
  const isKnown = git(cwd, 'merge-base', '--is-ancestor', after, 'HEAD') !== undefined
  const isShallow = git(cwd, 'rev-parse', '--is-shallow-repository') === 'true'
  if (!isKnown && !isShallow) return undefined
  const subjects = git(cwd, 'log', '--no-merges', '--format=%s', isKnown ? `${after}..HEAD` : 'HEAD')?.split('\n') ?? []
  // The oldest commit of a shallow clone has no parents, so git cannot tell that it is a merge.
  return subjects.filter(subject => subject && !/^Merge (?:[0-9a-f]{40}|branch|pull request|remote)/.test(subject))
}
