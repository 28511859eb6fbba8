import { testSdk } from '../support/run-sdk.ts'

testSdk('wechatpayv3', 'python3 -m venv venv; venv/bin/pip install --quiet -r requirements.txt; venv/bin/python shop.py')
