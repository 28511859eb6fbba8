# 一个小店的一天：每办成一步，打印它的名字。
import gzip
import hashlib
import json
import time
from datetime import datetime
from http.server import BaseHTTPRequestHandler, HTTPServer
from os import environ as env
from pathlib import Path
from urllib.request import Request, urlopen
from zoneinfo import ZoneInfo

import client

wxpay = client.with_public_key()
number = f'PY{time.time_ns()}'


def ok(result):
    code, answer = result
    assert code < 300, answer
    return json.loads(answer) if answer else None


def control(method, path, **data):
    """沙箱的控制接口：用户付款、拨快时钟、打开场景。"""
    urlopen(Request(f'{env["WXPAY_BASE_URL"]}/_sandbox/{path}', json.dumps(data).encode(), method=method)).close()


class Notify(BaseHTTPRequestHandler):
    """验签、解密都由 SDK 的 callback 来做，验签不过时它返回 None。"""
    def do_POST(self):
        body = self.rfile.read(int(self.headers['Content-Length']))
        notices.append(wxpay.callback(self.headers, body))
        self.send_response(204 if notices[-1] else 401)
        self.end_headers()

    def log_message(self, *_):
        pass


notices = []
server = HTTPServer(('127.0.0.1', 0), Notify)

ok(wxpay.pay(
    description='早餐', out_trade_no=number, amount={'total': 100}, settle_info={'profit_sharing': True},
    notify_url=f'http://127.0.0.1:{server.server_port}/notify',
))
print('下单')

control('POST', 'pay', key=number)
server.handle_request()
assert notices[0]['resource']['trade_state'] == 'SUCCESS'
print('通知')

paid = ok(wxpay.query(out_trade_no=number))
assert paid['trade_state'] == 'SUCCESS'
print('查询')

ok(wxpay.refund(out_trade_no=number, out_refund_no=f'R{number}', amount={'refund': 40, 'total': 100, 'currency': 'CNY'}))
assert ok(wxpay.query_refund(f'R{number}'))['amount']['refund'] == 40
print('退款')

unpaid = f'{number}A'
ok(wxpay.pay(description='早餐', out_trade_no=unpaid, amount={'total': 100}))
ok(wxpay.close(unpaid))
assert ok(wxpay.query(out_trade_no=unpaid))['trade_state'] == 'CLOSED'
print('关单')

# name 由 SDK 加密
receiver = {'type': 'PERSONAL_OPENID', 'account': 'oUpF8uMuAJO_M2pxb1Q9zNjWeS6o', 'name': '张三'}
ok(wxpay.profitsharing_add_receiver(
    'PERSONAL_OPENID', receiver['account'], 'STAFF', name=receiver['name'],
))
ok(wxpay.profitsharing_order(
    paid['transaction_id'], f'P{number}', [{**receiver, 'amount': 10, 'description': '分给店员'}], unfreeze_unsplit=True,
))
print('分账')

# user_name 由 SDK 加密
ok(wxpay.mch_transfer_bills(
    out_bill_no=f'T{number}', transfer_scene_id='1011', openid=receiver['account'], user_name='张三',
    transfer_amount=100, transfer_remark='赔付', notify_url='https://www.example.com/notify',
    transfer_scene_report_infos=[{'info_type': '赔付原因', 'info_content': '少了一杯豆浆'}],
))
print('转账')

# 当天的账单第二天上午才有：把沙箱的时钟拨快一天
control('POST', 'clock', advance=24 * 3600_000)
bill = ok(wxpay.trade_bill(datetime.now(ZoneInfo('Asia/Shanghai')).date().isoformat()))
_, packed = wxpay.download_bill(bill['download_url'])
assert hashlib.sha1(gzip.decompress(packed)).hexdigest() == bill['hash_value']
print('账单')

Path('shop.png').write_bytes(b'\x89PNG\r\n\x1a\n')
assert ok(wxpay.image_upload('shop.png'))['media_id']
print('上传')

by_certificate = client.with_certificates()
assert ok(by_certificate.query(out_trade_no=number))['out_trade_no'] == number
print('证书')

code, answer = wxpay.pay(description='早餐', out_trade_no=f'{number}B', amount={'total': 0})
assert code == 400 and json.loads(answer)['code'] == 'PARAM_ERROR'
print('报错')

control('PUT', 'scenario', name='WRONG_SIGNATURE')
try:
    wxpay.query(out_trade_no=number)
except Exception as error:
    assert 'signature' in str(error)
    print('拒收')
