import { can, type Machine, move } from '../../state/machine.ts'
import type { World } from '../../state/world.ts'
import { openSettlement } from '../applyment/settlement.ts'
import { type Application, application } from './application.ts'
import { subMerchant } from './sub-merchant.ts'

/** The signature of a merchant as it is stored; it goes on beside the audit. */
export type Signature = Pick<Application, 'applyment_id' | 'signatory' | 'lapses'> & {
  sign_state: 'UNSIGNED' | 'SIGNED' | 'LAPSED'
}

/** A signature and its states. */
export const signature: Machine<'sign' | 'expire', Signature> = {
  name: 'onboarding-signature',
  label: '二级商户签约',
  key: ['applyment_id'],
  state: 'sign_state',
  transitions: {
    sign: { from: ['UNSIGNED'], to: 'SIGNED' },
    expire: { from: ['UNSIGNED'], to: 'LAPSED' },
  },
  expires: ({ lapses }) => lapses,
  missing: ['RESOURCE_NOT_EXISTS', '申请单不存在'],
  used: ['INVALID_REQUEST', '签约已存在'],
}

/** The states in which the merchant can sign, or has signed. */
const signable = ['ACCOUNT_NEED_VERIFY', 'AUDITING', 'NEED_SIGN', 'FINISH']

/** Returns the state of the signature as a query of the application shows it. */
export async function signStateOf({ applyment_id, applyment_state }: Application, world: World) {
  if (!signable.includes(applyment_state)) return 'NOT_SIGNABLE'
  const known = await world.find(signature, String(applyment_id))
  return known?.sign_state === 'UNSIGNED' ? 'UNSIGNED' : 'SIGNED'
}

/** Asks the merchant to sign, unless the same person signed for the application that this one replaces. */
export async function askToSign(data: Application, world: World): Promise<void> {
  const { applyment_id, signatory, lapses } = data
  const known = await world.find(signature, String(applyment_id))
  if (known?.signatory === signatory && known.sign_state === 'SIGNED') return
  await world.save(signature, { applyment_id, signatory, lapses, sign_state: 'UNSIGNED' })
}

/** Nobody has to sign an application that the platform does not approve; a signature stays. */
export async function stopSigning({ applyment_id }: Application, world: World): Promise<void> {
  const known = await world.find(signature, String(applyment_id))
  if (known?.sign_state === 'UNSIGNED') world.remove(signature, String(applyment_id))
}

/**
 * Signs for a merchant that the platform verified. A signature that comes while the material is checked takes effect once
 * the check passes: no source says that it is refused (official page 4015616722).
 */
export async function signForMerchant(data: Application, world: World): Promise<void> {
  const { applyment_id, applyment_state, signatory, lapses } = data
  if (applyment_state === 'CHECKING') {
    await world.save(signature, { applyment_id, signatory, lapses, sign_state: 'SIGNED' })
    return
  }
  const known = await world.find(signature, String(applyment_id))
  if (known && await signStateOf(data, world) === 'UNSIGNED') await sign(known, world)
}

/** Signs; an approved application is finished. */
export async function sign(data: Signature, world: World): Promise<Signature> {
  const signed = move(signature, data, 'sign')
  await world.save(signature, signed)
  const applied = await world.find(application, String(data.applyment_id))
  if (applied && can(application, applied, 'finish')) await finish(applied, world)
  return signed
}

/** Opens the sub-merchant and its settlement account. */
export async function finish(data: Application, world: World): Promise<Application> {
  const done = move(application, data, 'finish')
  const { sub_mchid = '', organization_type, cert_number, merchant_shortname, account_info } = done
  await world.save(application, done)
  const sign_time = world.time
  await world.save(subMerchant, { sub_mchid, organization_type, cert_number, merchant_shortname, sign_time })
  const type = account_info.bank_account_type === '75' ? 'ACCOUNT_TYPE_PRIVATE' : 'ACCOUNT_TYPE_BUSINESS'
  await openSettlement(sub_mchid, type, account_info, world)
  return done
}
