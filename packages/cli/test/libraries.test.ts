import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { library as go } from '../src/toolchains/go.ts'
import { version as java } from '../src/toolchains/java.ts'
import { library as python } from '../src/toolchains/python.ts'

const read = (file: string) => readFileSync(new URL(`../../sandbox/examples/sdks/${file}`, import.meta.url), 'utf8')

it('compiles with the versions of the SDKs that the guide shows', () => {
  expect(read('wechatpay-java/pom.xml')).toContain(`<artifactId>wechatpay-java</artifactId>\n      <version>${java}</version>`)
  expect(read('wechatpay-go/go.mod')).toContain(`require ${go}\n`)
  expect(read('wechatpayv3/requirements.txt')).toBe(`${python}\n`)
})
