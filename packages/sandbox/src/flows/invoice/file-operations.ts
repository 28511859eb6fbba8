import { bytesOf, offer, serveDownload } from '../kit/downloads.ts'
import type { Action, Flow } from '../kit/flow.ts'
import { writePdf } from '../kit/pdf.ts'

/** The parameters of a download address besides the invoice's id. */
const invoice = { openid: 'oUpF8uMuAJO_M2pxb1Q9zNjWeS6o', invoice_code: '044001911211', invoice_no: '12897794' }

const files = '/v3/new-tax-control-fapiao/fapiao-applications/{fapiao_apply_id}/fapiao-files'

const query: Action<`GET ${typeof files}`> = async ({ fapiao_id, sub_mchid }, world) => {
  const path = '/v3/new-tax-control-fapiao/download'
  const offered = await offer(bytesOf(writePdf(`Fapiao ${fapiao_id}`)), world, { path, type: 'application/pdf' })
  const members = new URLSearchParams({ mchid: world.mchid, sub_mchid, ...invoice, fapiao_id })
  const download_url = `${offered.download_url}&${members}`
  return { fapiao_download_info_list: [{ fapiao_id, download_url, status: 'ISSUED' }] }
}

/** Files of electronic invoices: query the addresses, download. */
export const flow: Flow = {
  actions: { [`GET ${files}`]: query },
  responders: { 'GET /v3/new-tax-control-fapiao/download': serveDownload(() => writePdf('Fapiao'), 'application/pdf') },
}
