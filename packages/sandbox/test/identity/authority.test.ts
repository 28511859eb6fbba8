import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { certify, createAuthority } from '../../src/identity/authority.ts'

const hosts = ['api.mch.weixin.qq.com', 'api2.mch.weixin.qq.com']
const folder = mkdtempSync(join(tmpdir(), 'wxpay-authority-'))
const authority = await createAuthority(hosts, Date.now())
const file = (name: string, content: string) => {
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}
const ca = file('ca.pem', authority.certificate)

afterAll(() => rmSync(folder, { recursive: true }))

/** Returns what openssl says of the certificate for hosts. */
async function verify(certified: string[], host: string): Promise<string> {
  const { certificate } = await certify(certified, authority, Date.now())
  const leaf = file('leaf.pem', certificate)
  const { stdout, stderr } = spawnSync('openssl', [
    'verify', '-x509_strict', '-purpose', 'sslserver', '-verify_hostname', host, '-CAfile', ca, leaf,
  ], { encoding: 'utf8' })
  return stdout + stderr
}

test.each(hosts)('certifies %s, by openssl in its strict mode', async (host) => {
  expect(await verify(hosts, host)).toMatch(/leaf\.pem: OK/)
})

test('is of no use for other hosts', async () => {
  expect(await verify(['www.example.com'], 'www.example.com')).toContain('permitted subtree violation')
  expect(await verify(hosts, 'www.example.com')).toContain('hostname mismatch')
})

test('is an authority that certifies no further ones', () => {
  const text = execFileSync('openssl', ['x509', '-in', ca, '-noout', '-text'], { encoding: 'utf8' })
  expect(text).toMatch(/Basic Constraints: critical\s+CA:TRUE, pathlen:0/)
  expect(text).toMatch(/Key Usage: critical\s+Certificate Sign, CRL Sign/)
})
