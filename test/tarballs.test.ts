import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, inject, it } from 'vitest'

describe.each(Object.entries(inject('tarballs')))('the tarball of %s', (name, tarball) => {
  const folder = mkdtempSync(join(tmpdir(), 'tarball-'))
  execFileSync('tar', ['-xzf', tarball, '--strip-components=1', '-C', folder])
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(file => file.isFile()).map(file => join(file.parentPath, file.name))

  it('holds what its manifest lists, with licence and readme', () => {
    expect(manifest).toMatchObject({ name, license: 'MIT', description: expect.stringMatching(/./) })
    expect(readdirSync(folder).sort()).toEqual(['LICENSE', 'README.md', 'package.json', ...manifest.files].sort())
  })

  it('has a manifest in which npm corrects nothing when it is published', () => {
    execFileSync('npm', ['pkg', 'fix'], { cwd: folder, stdio: 'ignore' })
    expect(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))).toEqual(manifest)
  })

  it('holds neither sources nor tests nor private keys', () => {
    for (const file of files) {
      expect(file).not.toMatch(/\/(?:src|test|bench)\/|(?<!\.d)\.ts$|\.map$/)
      expect(readFileSync(file, 'latin1'), file).not.toMatch(/-----BEGIN (?:RSA )?PRIVATE KEY-----\s*[A-Za-z0-9+/]{40}/)
    }
  })
})
