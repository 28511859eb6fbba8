# pip install wechatpayv3（微信支付没有官方的 Python SDK）
from os import environ as env
from pathlib import Path

from wechatpayv3 import WeChatPay, WeChatPayType


def create(**platform_keys):
    wxpay = WeChatPay(
        wechatpay_type=WeChatPayType.NATIVE,
        mchid=env['WXPAY_MCHID'],
        private_key=Path(env['WXPAY_PRIVATE_KEY']).read_text(),
        cert_serial_no=env['WXPAY_SERIAL'],
        apiv3_key=env['WXPAY_APIV3_KEY'],
        appid='wxd678efh567hg6787',
        notify_url='http://127.0.0.1:3000/notify',
        **platform_keys,
    )
    if env.get('API_BASE'):
        # 没有地址的选项，只能改内部属性
        wxpay._core._gate_way = env['API_BASE']
    return wxpay


def with_public_key():
    return create(
        public_key=Path(env['WXPAY_PUBLIC_KEY']).read_text(),
        public_key_id=env['WXPAY_PUBLIC_KEY_ID'],
    )


def with_certificates(folder='certificates'):
    """平台证书由 SDK 下载，存在 folder 里。那里有一份的话，建立时就不下载，来得及换地址。"""
    if env.get('API_BASE'):
        Path(folder).mkdir(exist_ok=True)
        Path(folder, 'platform.pem').write_text(Path(env['WXPAY_PLATFORM_CERTIFICATE']).read_text())
    return create(cert_dir=folder)
