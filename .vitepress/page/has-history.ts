import { spawnSync } from 'node:child_process'

/**
 * Whether a folder has files in a Git repository with all its commits. In a shallow clone every file seems to have changed in
 * the oldest commit there is.
 */
export function hasHistory(folder: string): boolean {
  const git = (...args: string[]) => spawnSync('git', args, { cwd: folder, encoding: 'utf8' }).stdout?.trim()
  return git('rev-parse', '--is-shallow-repository') === 'false' && Boolean(git('ls-files', '.'))
}
