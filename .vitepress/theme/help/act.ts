import type { Resource } from '@wxpay-live/sandbox'
import { loadNear } from '../../catalog/load-part.ts'
import { loadSession } from '../../session/load.ts'
import { creatingCode, findCreator } from './creator.ts'
import type { ReadRefusal } from './refusal.ts'

/** Finds a record with a number of the refused request that waits for the user. */
export async function findWaiting({ path, numbers }: ReadRefusal): Promise<Resource | undefined> {
  const { control } = await loadSession()
  const named = [...Object.values(numbers), ...path.split('/')]
  return (await control.state()).find(({ key, waits }) => waits && named.includes(key))
}

/** Pays or confirms the order of the refused request as the user. @throws if none waits */
export async function payAsUser(refusal: ReadRefusal): Promise<void> {
  const { control } = await loadSession()
  const waiting = await findWaiting(refusal)
  if (!waiting) throw new Error('沙箱里没有在等用户的订单，请看「沙箱」')
  await control.advance(waiting)
}

/** Creates what the refused request did not find, by an example of another page. @throws if none does */
export async function createFirst(refusal: ReadRefusal): Promise<void> {
  const [{ runExample }, ...near] = await Promise.all([
    loadSession(), loadNear(refusal.path), loadNear('/v3/pay'),
  ])
  const creator = findCreator(near.flat(), refusal)
  if (!creator) throw new Error('没有找到创建它的接口，请看产品概览里的流程')
  const errors: string[] = []
  const run = await runExample(creatingCode(creator), {
    language: 'typescript',
    samples: {},
    generated: 'async',
    onStart: () => {},
    onProgress: () => {},
    onEvent: (event) => { if (event.type === 'error') errors.push(event.message) },
  })
  await run.outcome
  if (errors.length) throw new Error(`${creator.operation.title}：${errors.join('；')}`)
}

/** Deletes all records. */
export async function resetSandbox(): Promise<void> {
  const { control } = await loadSession()
  await control.reset()
}
