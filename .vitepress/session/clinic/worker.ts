import { diagnose, type Given } from '@wxpay-live/sandbox/diagnose'
import type { Answer, Paste } from './messages.ts'

addEventListener('message', async ({ data }: MessageEvent<Paste>) => {
  postMessage(await answer(data))
})

async function answer({ text, given }: Paste): Promise<Answer> {
  try {
    return { diagnosis: await diagnose(text, given) }
  } catch (error) {
    // The engine begins such an error with the name of the key.
    const name = error instanceof Error && /^(\w+): /.exec(error.message)?.[1]
    if (name && name in given) return { unreadable: name as keyof Given }
    throw error
  }
}
