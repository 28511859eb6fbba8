import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { hasHistory } from '../../page/has-history.ts'

const root = mkdtempSync(join(tmpdir(), 'history-'))
const git = (cwd: string, ...args: string[]) => execFileSync('git', [
  '-c', 'user.name=a', '-c', 'user.email=a@example.com', '-c', 'commit.gpgsign=false', ...args,
], { cwd, stdio: 'pipe' })

function commit(folder: string, text: string): void {
  writeFileSync(join(folder, 'a.md'), text)
  git(folder, 'add', '.')
  git(folder, 'commit', '-m', text)
}

it('tells a clone with all commits from a shallow one, and from a folder without a repository or files in it', () => {
  const whole = join(root, 'whole')
  git(root, 'init', '-q', whole)
  commit(whole, 'one')
  commit(whole, 'two')
  git(root, 'clone', '-q', `file://${whole}`, 'clone')
  git(root, 'clone', '-q', '--depth', '1', `file://${whole}`, 'shallow')
  mkdirSync(join(whole, 'untracked'))
  expect(['whole', 'clone', 'shallow', '.', 'whole/untracked'].map(folder => hasHistory(join(root, folder))))
    .toEqual([true, true, false, false, false])
})
