/** The imports that examples use, by the names that they bring; sorted, the library's last. */
const standard = {
  'import hashlib': /\bhashlib\./,
  'import json': /\bjson\./,
  'import os': /\bos\./,
  'import sys': /\bsys\./,
  'from http.server import BaseHTTPRequestHandler, HTTPServer': /\bHTTPServer\b/,
  'from pathlib import Path': /\bPath\(/,
  'from urllib.parse import urlencode': /\burlencode\(/,
}
const ofSdk = {
  'from wechatpayv3 import WeChatPay, WeChatPayType': /\bWeChatPay\(/,
  'from wechatpayv3.type import RequestType': /\bRequestType\./,
}

/** Writes a program: the imports that it uses, the client, and the parts. */
export function pythonFile(parts: string[]): string {
  const code = [client, ...parts].join('\n')
  const withoutTexts = code.replace(/f?"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|#.*/g, text => text.startsWith('f"') ? text : '')
  const imports = [standard, ofSdk].map(all => (
    Object.entries(all).filter(([, use]) => use.test(withoutTexts)).map(([line]) => line).join('\n')
  ))
  return ['# pip install wechatpayv3', imports.join('\n\n'), '', code].join('\n')
}

const client = `wxpay = WeChatPay(
    wechatpay_type=WeChatPayType.NATIVE,  # 这里用不到
    appid="",  # 这里用不到
    mchid=os.environ["WXPAY_MCHID"],
    private_key=Path(os.environ["WXPAY_PRIVATE_KEY"]).read_text(),
    cert_serial_no=os.environ["WXPAY_SERIAL"],
    apiv3_key=os.environ["WXPAY_APIV3_KEY"],
    public_key=Path(os.environ["WXPAY_PUBLIC_KEY"]).read_text(),
    public_key_id=os.environ["WXPAY_PUBLIC_KEY_ID"],
)`
