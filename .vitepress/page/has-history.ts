import { spawnSync } from 'node:child_process'

/**
 * Whether a folder is in a Git repository with all its commits. In a shallow clone every file seems to have changed in the
 * oldest commit there is.
 */
export function hasHistory(folder: string): boolean {
  const { stdout } = spawnSync('git', ['rev-parse', '--is-shallow-repository'], { cwd: folder, encoding: 'utf8' })
  return stdout?.trim() === 'false'
}
