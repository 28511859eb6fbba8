import { refusal } from '../../replies/error-codes.ts'
import type { Wanted } from './transfer.ts'

/** The scene of commissions, and what the report on its transfers must contain (official page 4013774590). Others are not known well. */
const commission = '1005'
const ofCommission = ['岗位类型', '报酬说明']

/**
 * Transfers of sub-merchants have no report.
 *
 * @throws Refusal if a report lacks what the scene needs, in the words of production (logs of 2026-04)
 */
export function requireReport({ transfer_scene_id, transfer_scene_report_infos: report }: Wanted): void {
  const types = report?.map(({ info_type }) => info_type)
  if (types && transfer_scene_id === commission && !ofCommission.every(type => types.includes(type))) {
    throw refusal(['PARAM_ERROR', '未传入完整且对应的转账场景报备信息，请根据接口文档检查'])
  }
}
