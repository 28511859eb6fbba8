import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { installPackages, packPackages } from '../../../scripts/pack.ts'
import { rsaAlone, webCryptoAlone } from './answer.ts'
import { clients, requirePeer } from './clients.ts'
import { measure, median, type Rate } from './measure.ts'
import { bundleSize, installedSize, manifestOf } from './size.ts'

const rounds = 7
const milliseconds = 700
const loads = [1, 32]

for (const request of Object.values(clients)) await measure(request, 32, milliseconds)

const rates = new Map<string, Rate[]>()
const add = (name: string, rate: Rate) => rates.set(name, [...rates.get(name) ?? [], rate])
for (let round = 0; round < rounds; round++) {
  add('RSA alone', await measure(rsaAlone, 1, milliseconds))
  add('WebCrypto alone', await measure(webCryptoAlone, 1, milliseconds))
  for (const atOnce of loads) {
    for (const [name, request] of Object.entries(clients)) {
      add(`${name}, ${atOnce} at a time`, await measure(request, atOnce, milliseconds))
    }
  }
}

const middle = (name: string, what: keyof Rate) => median(rates.get(name)!.map(rate => rate[what]))
const floor = middle('RSA alone', 'cpu')
console.table(Object.fromEntries(Array.from(rates.keys(), name => [name, {
  'requests/s': Math.round(middle(name, 'perSecond')),
  'CPU µs': Math.round(middle(name, 'cpu')),
  'beyond RSA, µs': Math.round(middle(name, 'cpu') - floor),
}])))

const [ours, theirs] = Object.keys(clients)
for (const atOnce of loads) {
  const ratio = (name?: string) => middle(`${name}, ${atOnce} at a time`, 'perSecond')
  console.log(`${atOnce} at a time: ${(ratio(ours) / ratio(theirs)).toFixed(2)} times ${theirs}`)
}

const peer = manifestOf('wechatpay-axios-plugin', requirePeer)
const project = mkdtempSync(join(tmpdir(), 'size-'))
installPackages(project, ['@wxpay-live/client'], packPackages('@wxpay-live/client'))
const own = join(project, 'node_modules/@wxpay-live/client')
console.table({
  [ours!]: {
    'installed, KB': Math.round(installedSize(join(own, 'package.json')) / 1024),
    'bundled for Node, min+gzip, KB': Math.round(await bundleSize(join(own, 'dist/index.js')) / 1024),
  },
  [theirs!]: {
    'installed, KB': Math.round(installedSize(peer) / 1024),
    'bundled for Node, min+gzip, KB': Math.round(await bundleSize(requirePeer.resolve('wechatpay-axios-plugin')) / 1024),
  },
})
