/**
 * Pages of which no draft is written beside ours: from the facts alone, their examples cannot run. Each has the reason.
 * Who writes one of them by hand removes it here.
 */
export const unfinished: Record<string, string> = {
  'v3/global/statements': 'the file comes unsigned, and the example has no hash for it',
  'v3/statements': 'the file comes unsigned, and the example has no hash for it',
  'v3/transferdownload/elecvoucherfile': 'the file comes unsigned, and the example has no hash for it',
  'v3/transferdownload/signfile': 'the file comes unsigned, and the example has no hash for it',
  'v3/new-tax-control-fapiao/fapiao-applications/upload-fapiao-file': 'its digest is SM3, the sample is SHA-256',
  'v3/taxi-invoice/cards/upload-file': 'its digest is SM3, the sample is SHA-256',
  'v3/new-tax-control-fapiao/download': 'it has no address',
  'v3/payscore/partner/serviceorder/direct-complete': 'the samples of the amounts do not add up',
  'v3/payscore/partner/serviceorder/{out_order_no}/complete': 'the samples of the amounts do not add up',
  'v3/payscore/partner/serviceorder/{out_order_no}/modify': 'the samples of the amounts do not add up',
}
