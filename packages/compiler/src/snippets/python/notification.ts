import type { Notification } from '../../model/index.ts'
import { pythonFile } from './file.ts'
import { pythonString } from './literal.ts'

/** Writes the server that verifies and decrypts a notification with the library's `callback`. */
export function pythonNotification({ event, title }: Notification): string {
  return pythonFile([
    '',
    '',
    'class Notify(BaseHTTPRequestHandler):',
    '    def do_POST(self):',
    '        body = self.rfile.read(int(self.headers["Content-Length"]))',
    '        try:',
    '            notification = wxpay.callback(self.headers, body)',
    '        except Exception:',
    '            notification = None',
    '        if not notification:',
    '            print("验签或解密失败，Request-ID", self.headers["Request-ID"])',
    '            self.send_response(401)',
    '            self.end_headers()',
    '            return',
    `        if notification["event_type"] == ${pythonString(event)}:`,
    `            # ${title.replace(/\s+/g, ' ')}：先按 id 去重，再处理 resource`,
    '            print(notification["id"], notification["resource"])',
    '        self.send_response(204)',
    '        self.end_headers()',
    '',
    '',
    'HTTPServer(("", int(os.environ.get("PORT", "3000"))), Notify).serve_forever()',
  ])
}
