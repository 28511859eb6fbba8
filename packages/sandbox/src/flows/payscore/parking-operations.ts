import { type Machine, move } from '../../state/machine.ts'
import type { Action, Flow } from '../kit/flow.ts'
import { pick } from '../kit/params.ts'
import { awaits } from '../kit/steps.ts'

const name = 'GET /v3/vehicle/parking/services/find'

/** A plate as it is stored. */
type Plate = {
  openid: string
  plate_number: string
  plate_color: string
  service_state: 'NORMAL' | 'OUT_SERVICE'
  service_open_time?: string
}

/** A user's plate, for which parking fees are charged once the user allows it. */
export const plate: Machine<'confirm', Plate> = {
  name: 'parking-plate',
  label: '停车服务',
  key: ['openid', 'plate_number', 'plate_color'],
  state: 'service_state',
  transitions: { confirm: { from: ['OUT_SERVICE'], to: 'NORMAL' } },
  missing: ['RESOURCE_NOT_EXISTS', '车牌没有开通停车服务'],
  used: ['INVALID_REQUEST', '车牌已开通停车服务'],
}

/** A plate that no user allowed is not an error. */
const find: Action<typeof name> = async (params, world) => {
  const { openid, plate_number, plate_color } = params
  const found = await world.find(plate, [openid, plate_number, plate_color].join('/'))
  return {
    ...pick(params, 'openid', 'plate_number', 'plate_color'),
    service_state: found?.service_state ?? 'OUT_SERVICE',
    service_open_time: found?.service_open_time ?? null,
  }
}

/** The parking service: query. The user allows it on a phone. */
export const flow: Flow = {
  actions: { [name]: find },
  otherSide: {
    record: plate,
    next: awaits(plate, 'confirm'),
    async act(data: Plate, world) {
      const opened = { ...move(plate, data, 'confirm'), service_open_time: world.time }
      await world.save(plate, opened)
      return opened
    },
  },
}
