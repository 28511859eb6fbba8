import { expect, test } from 'vitest'
import { pythonFile } from '../../../src/snippets/python/file.ts'

const importsOf = (code: string) => pythonFile([code]).split('\n').filter(line => /^(?:import|from) /.test(line))

test('imports what the code uses, also inside an f-string, but not what its texts and comments name', () => {
  const client = ['import os', 'from pathlib import Path', 'from wechatpayv3 import WeChatPay, WeChatPayType']
  expect(importsOf('print("json.dumps(1)", \'sys.exit\')  # hashlib.sha1')).toEqual(client)
  expect(importsOf('sys.exit(f"/v3?{urlencode(query)}")')).toEqual([
    'import os', 'import sys', 'from pathlib import Path', 'from urllib.parse import urlencode', client[2],
  ])
})
