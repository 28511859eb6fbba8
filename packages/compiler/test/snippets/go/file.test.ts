import { expect, test } from 'vitest'
import { goFile } from '../../../src/snippets/go/file.ts'

test('imports the packages that the code uses, not those that its texts and comments name', () => {
  const code = 'func main() {\n\t// log.Fatal\n\tfmt.Println("os.Args \\" io.EOF", `bytes.Buffer`, core.String("a"))\n}'
  expect(goFile([code])).toBe(`// go get github.com/wechatpay-apiv3/wechatpay-go

package main

import (
\t"fmt"

\t"github.com/wechatpay-apiv3/wechatpay-go/core"
)

${code}`)
})
