import { parameterMistakes } from '../../diagnose/phone/parameter-mistakes.ts'
import { phoneMistake } from '../../diagnose/phone/mistakes.ts'
import { type PhoneCall, textOf } from '../../diagnose/phone/phone-call.ts'
import { PhoneRefusal } from '../../diagnose/phone/phone-refusal.ts'
import type { Identity } from '../../identity/identity.ts'
import type { World } from '../../state/world.ts'
import { authorization, packageOf as authorizationOf } from './authorization.ts'
import { packageOf, transfer } from './transfer.ts'

/** What the user may confirm. */
interface Confirmable {
  kind: string
  key: string
  appid: string | undefined
  package: string
}

/**
 * Opens the page on which the user receives a transfer, or authorizes further ones: the phone checks the parameters. What
 * it refuses is listed at https://pay.weixin.qq.com/doc/v3/merchant/4013778940.
 *
 * @returns the transfer or authorization to confirm
 * @throws PhoneRefusal
 */
export async function openTransfer(
  call: PhoneCall, world: World, { mchid }: Identity,
): Promise<Pick<Confirmable, 'kind' | 'key'>> {
  const [mistake] = parameterMistakes(call, {})
  if (mistake) throw new PhoneRefusal(phoneMistake(mistake))
  const wanted = textOf(call, 'package')
  const found = (await confirmables(world)).find(item => item.package === wanted)
  if (!found) throw refusals.package
  if (textOf(call, 'mchId') !== mchid) throw refusals.mchid
  if (textOf(call, 'appId') !== found.appid) throw refusals.appid
  return { kind: found.kind, key: found.key }
}

async function confirmables(world: World): Promise<Confirmable[]> {
  const transfers = await world.list(transfer)
  const authorizations = await world.list(authorization)
  return [
    ...transfers.map(data => ({
      kind: transfer.name, key: data.out_bill_no, appid: data.appid, package: packageOf(data),
    })),
    ...authorizations.map(({ out_authorization_no: key, appid }) => ({
      kind: authorization.name, key, appid, package: authorizationOf({ out_authorization_no: key }),
    })),
  ]
}

const refusals = {
  package: new PhoneRefusal({
    name: 'package-unknown', explain: 'package_info信息有误：package 须为发起转账（或授权）的应答里 package_info 的原值。',
  }),
  mchid: new PhoneRefusal({
    name: 'other-mchid', explain: '商户号错误：mchId（大写的 I）须为发起转账的商户号。',
  }),
  appid: new PhoneRefusal({
    name: 'other-appid', explain: '商家APPID错误：appId（大写的 I）须为发起转账的 appid，前后没有空格。',
  }),
}
