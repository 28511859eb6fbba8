import { expect, test } from 'vitest'
import { compilePage } from '../../src/index.ts'
import { httpPage } from '../support/pages.ts'

const block = `POST /v3/merchant/media/upload
Content-Type: multipart/form-data; boundary="b 1"

--b 1
Content-Disposition: form-data; name="meta"
Content-Type: application/json

{"filename": "logo.png"}
--b 1
Content-Disposition: form-data; name="file"; filename="logo.png"
Content-Type: image/png

< ./logo.png
--b 1--`
const rows = [
  '| body {data-required} | object | 请求体',
  '| file {data-required data-indent=1} | object | 图片',
  '| meta {data-required data-indent=1 data-encoded=by-json_encode} | string | 文件信息',
  '| filename {data-required data-indent=2} | string | 文件名',
]

test('reads the file names and the content of other parts', () => {
  const { operations: [found], problems } = compilePage(httpPage(rows, block), 'a.md')
  expect(problems).toEqual([])
  expect(found?.operation).toMatchObject({
    accepts: 'multipart',
    example: { body: { file: 'logo.png', meta: '{"filename": "logo.png"}' } },
  })
})

test('splits parts only at lines that start with the boundary', () => {
  const source = block.replace('"logo.png"}', '"logo--b 1.png"}')
  const { operations: [found] } = compilePage(httpPage(rows, source), 'a.md')
  expect(found?.operation.example.body).toMatchObject({ meta: '{"filename": "logo--b 1.png"}' })
})

test('uses samples for missing parts', () => {
  const { operations: [found] } = compilePage(httpPage(rows, block.split('--b 1')[0]!), 'a.md')
  expect(found?.operation.example.body).toMatchObject({ file: 'image.png', meta: '{"filename":"image.png"}' })
})

test('reports a part without a row', () => {
  const { problems } = compilePage(httpPage(rows.slice(0, 2), block), 'a.md')
  expect(problems.map(({ message }) => message)).toEqual(['“meta” has no row in the request table'])
})
