# 下一单，再查它：签名、发送、验签。只用标准库和 cryptography（pip install cryptography）。
import json
import secrets
import time
from base64 import b64decode, b64encode
from os import environ as env
from pathlib import Path
from urllib.request import Request, urlopen

from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import load_pem_private_key, load_pem_public_key

private_key = load_pem_private_key(Path(env['WXPAY_PRIVATE_KEY']).read_bytes(), None)
platform_key = load_pem_public_key(Path(env['WXPAY_PUBLIC_KEY']).read_bytes())


def authorization(method, path, body):
    timestamp, nonce = str(int(time.time())), secrets.token_hex(16)
    message = f'{method}\n{path}\n{timestamp}\n{nonce}\n{body}\n'
    signature = b64encode(private_key.sign(message.encode(), PKCS1v15(), SHA256())).decode()
    return (f'WECHATPAY2-SHA256-RSA2048 mchid="{env["WXPAY_MCHID"]}",serial_no="{env["WXPAY_SERIAL"]}",'
            f'nonce_str="{nonce}",timestamp="{timestamp}",signature="{signature}"')


def verify(headers, body):
    """验签不过就抛 InvalidSignature。"""
    message = f'{headers["Wechatpay-Timestamp"]}\n{headers["Wechatpay-Nonce"]}\n{body}\n'
    platform_key.verify(b64decode(headers['Wechatpay-Signature']), message.encode(), PKCS1v15(), SHA256())


def call(method, path, data=None):
    body = '' if data is None else json.dumps(data)
    request = Request(env['WXPAY_BASE_URL'] + path, body.encode() or None, {
        'Accept': 'application/json',
        'Content-Type': 'application/json',
        'User-Agent': 'python',
        'Wechatpay-Serial': env['WXPAY_PUBLIC_KEY_ID'],
        'Authorization': authorization(method, path, body),
    }, method=method)
    with urlopen(request) as response:
        text = response.read().decode()
        verify(response.headers, text)
        return json.loads(text)


order = {
    'appid': 'wxd678efh567hg6787',
    'mchid': env['WXPAY_MCHID'],
    'description': '早餐',
    'out_trade_no': f'PY{time.time_ns()}',
    'notify_url': 'http://127.0.0.1:3000/notify',
    'amount': {'total': 100, 'currency': 'CNY'},
}
call('POST', '/v3/pay/transactions/native', order)
found = call('GET', f'/v3/pay/transactions/out-trade-no/{order["out_trade_no"]}?mchid={order["mchid"]}')
print(found['trade_state'])
