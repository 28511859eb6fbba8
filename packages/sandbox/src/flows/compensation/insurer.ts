import { type Machine, move } from '../../state/machine.ts'
import type { World } from '../../state/world.ts'

/** A request to let an insurer pay claims. */
export type Wanted = { out_apply_no: string, sub_mchid: string }

/** An application of an insurer as it is stored. */
export type InsurerApplication = Wanted & {
  state: 'PENDING' | 'OPENED'
  success_time?: string
}

/** An application of an insurer and its states; the API shows them as `opened`. */
export const insurerApplication: Machine<'approve', InsurerApplication> = {
  name: 'insurer-application',
  label: '保险理赔开通申请',
  key: ['out_apply_no'],
  state: 'state',
  transitions: { approve: { from: ['PENDING'], to: 'OPENED' } },
  missing: ['INVALID_REQUEST', '申请单不存在'],
  used: ['INVALID_REQUEST', '商户申请单号重复：同一单号须用相同的参数'],
}

/** Opens claims for an insurer. */
export async function open(data: InsurerApplication, world: World): Promise<InsurerApplication> {
  const done = { ...move(insurerApplication, data, 'approve'), success_time: world.time }
  await world.save(insurerApplication, done)
  return done
}

/** Returns the applications of an insurer, the one that was opened first before the others. */
export async function applicationsOf(insurer: string, world: World): Promise<InsurerApplication[]> {
  const all = (await world.list(insurerApplication)).filter(({ sub_mchid }) => sub_mchid === insurer)
  return all.sort((a, b) => timeOf(a).localeCompare(timeOf(b)))
}

/** Times of RFC 3339 start with a digit, so a missing one comes last. */
const timeOf = ({ success_time = '~' }: InsurerApplication) => success_time
