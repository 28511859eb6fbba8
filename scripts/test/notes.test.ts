import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'))
const folder = mkdtempSync(join(tmpdir(), 'notes-'))

/** Commits a change and tags it as a version of the packages. */
function release(version: string, subject: string): void {
  mkdirSync(join(folder, 'packages/client'), { recursive: true })
  writeFileSync(join(folder, 'packages/client/package.json'), JSON.stringify({ name: 'client', version }))
  const git = (...args: string[]) => execFileSync('git', args, { cwd: folder })
  git('add', '.')
  git('-c', 'user.name=a', '-c', 'user.email=a@example.com', '-c', 'commit.gpgsign=false', 'commit', '-qm', subject)
  git('tag', `v${version}`)
}

it('lists the features and fixes of the tagged version', () => {
  execFileSync('git', ['init', '-q'], { cwd: folder })
  release('0.1.0', 'feat(client): sign requests')
  release('0.2.0', 'fix(sandbox): refuse an empty body')
  const notes = execFileSync('sh', ['-c', scripts.notes], { cwd: folder, encoding: 'utf8' })
  expect(notes).toMatch(/^\s*#+ .*0\.2\.0.*\n+### Bug Fixes\n+\* \*\*sandbox:\*\* refuse an empty body/)
  expect(notes).not.toContain('sign requests')
})
