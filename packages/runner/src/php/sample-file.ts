import type { ClientSettings } from '../messages.ts'
import { platformKey } from './keys.ts'

/** Replaces a file that an example reads from its reader's disk. */
export interface SampleFile {
  content: string
  /** Description for the output, in Chinese. */
  name: string
}

/** Returns the replacement for a file, or undefined for paths that PHP itself looks up. */
export function sampleFile(path: string, client: ClientSettings): SampleFile | undefined {
  if (!/\.(?!php$|ini$|so$)\w+$/.test(path)) return undefined
  if (!path.endsWith('.pem')) return { content: '…', name: '内容为“…”的文件' }
  return /platform|pub|cert/.test(path.replace(/^.*\//, ''))
    ? { content: platformKey(client).key, name: '沙箱平台的公钥' }
    : { content: String(client.privateKey), name: '沙箱商户的私钥' }
}
