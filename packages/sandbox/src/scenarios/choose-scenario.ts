import { failure } from '../replies/error-codes.ts'
import { findScenario, type Scenario, scenarioHeader, scenarios } from './scenarios.ts'

/** Nothing goes wrong. */
const none: Scenario = { name: '', title: '' }

/**
 * The scenario a request asks for, else the one that is switched on.
 *
 * @throws Refusal 400 where the request asks for one that does not exist
 */
export function chooseScenario(request: Request, switchedOn: string | undefined): Scenario {
  const name = request.headers.get(scenarioHeader) ?? switchedOn
  if (name === undefined) return none
  const scenario = findScenario(name)
  if (scenario) return scenario
  const names = scenarios.map(({ name }) => name).join('、')
  throw failure(['PARAM_ERROR', `请求头 ${scenarioHeader} 的值不在 ${names} 之中`])
}
