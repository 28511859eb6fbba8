# 下一单，再查它。平台证书由 SDK 自动下载，存在当前文件夹。
import json
import time
from os import environ as env
from pathlib import Path

from wechatpayv3 import WeChatPay, WeChatPayType

wxpay = WeChatPay(
    wechatpay_type=WeChatPayType.NATIVE,
    mchid=env['WXPAY_MCHID'],
    private_key=Path(env['WXPAY_PRIVATE_KEY']).read_text(),
    cert_serial_no=env['WXPAY_SERIAL'],
    apiv3_key=env['WXPAY_APIV3_KEY'],
    appid='wxd678efh567hg6787',
    notify_url='https://www.example.com/notify',
    cert_dir='.',
)
number = f'PY{time.time_ns()}'
code, answer = wxpay.pay(description='早餐', out_trade_no=number, amount={'total': 100})
assert code == 200, answer
code, answer = wxpay.query(out_trade_no=number)
assert code == 200, answer
print(json.loads(answer)['trade_state'])
