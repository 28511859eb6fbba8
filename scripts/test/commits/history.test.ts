import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { commitSubjects } from '../../commits/history.ts'

const author = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com']

/** Creates an empty folder; the suite removes its parent. */
const folder = () => mkdtempSync(join(tmpdir(), 'history-'))

const git = (cwd: string, ...args: string[]) => execFileSync('git', [...author, ...args], { cwd, encoding: 'utf8' }).trim()

/** Creates a repository with one empty commit a subject; returns its folder and the first commit. */
function repository(...subjects: string[]): [cwd: string, first: string] {
  const cwd = folder()
  git(cwd, 'init', '-q')
  for (const subject of subjects) git(cwd, 'commit', '-q', '--allow-empty', '-m', subject)
  return [cwd, git(cwd, 'rev-list', '--max-parents=0', 'HEAD')]
}

test('returns the subjects after a commit, without merges', () => {
  const [cwd, first] = repository('one', 'two')
  git(cwd, 'checkout', '-q', '-b', 'side', first)
  git(cwd, 'commit', '-q', '--allow-empty', '-m', 'three')
  git(cwd, 'merge', '-q', '--no-ff', '-m', 'merged', '@{-1}')
  expect(commitSubjects(cwd, first)?.sort()).toEqual(['three', 'two'])
})

test('returns all subjects of a shallow clone, without the merge at its end', () => {
  const [cwd, first] = repository('one', 'two', `Merge ${'a'.repeat(40)} into ${'b'.repeat(40)}`, 'three')
  const clone = folder()
  git(clone, 'clone', '-q', '--depth=2', `file://${cwd}`, '.')
  expect(commitSubjects(clone, first)).toEqual(['three'])
})

test('returns undefined without the history', () => {
  const [, first] = repository('one')
  const [other] = repository('another root')
  expect(commitSubjects(other, first)).toBeUndefined()
  expect(commitSubjects(folder(), first)).toBeUndefined()
})

test('finds no problems in the commits of this repository', () => {
  expect(spawnSync('node', ['scripts/commits.ts'], { encoding: 'utf8' })).toMatchObject({ status: 0, stderr: '' })
})
