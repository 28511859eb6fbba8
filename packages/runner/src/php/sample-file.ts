import type { ClientSettings } from '../messages.ts'
import { platformKey } from './keys.ts'

/** A file of the reader's disk as it is played here. */
export interface SampleFile {
  content: string
  /** What it is, in the words of the page. */
  name: string
}

/** What takes the place of a file; undefined where it can be none that a reader means. */
export function sampleFile(path: string, client: ClientSettings): SampleFile | undefined {
  if (!/\.(?!php$|ini$|so$)\w+$/.test(path)) return undefined
  if (!path.endsWith('.pem')) return { content: '…', name: '内容为“…”的文件' }
  return /platform|pub|cert/.test(path.replace(/^.*\//, ''))
    ? { content: platformKey(client).key, name: '沙箱平台的公钥' }
    : { content: String(client.privateKey), name: '沙箱商户的私钥' }
}
