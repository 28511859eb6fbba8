import { refusal } from '../replies/error-codes.ts'
import { type Scenario, scenarioHeader } from './scenarios.ts'

/**
 * Returns the scenario that a request names, else the switched-on scenario, if any.
 *
 * @throws Refusal if the request names an unknown scenario
 */
export function chooseScenario(
  request: Request, switchedOn: Scenario | undefined, scenarios: readonly Scenario[],
): Scenario | undefined {
  const wanted = request.headers.get(scenarioHeader)
  if (wanted === null) return switchedOn
  const scenario = scenarios.find(({ name }) => name === wanted)
  if (scenario) return scenario
  const names = scenarios.map(({ name }) => name).join('、')
  throw refusal(['PARAM_ERROR', `请求头 ${scenarioHeader} 的值不在 ${names} 之中`])
}

/**
 * Returns the scenario of that name.
 *
 * @throws RangeError if the name is unknown
 */
export function scenarioOf(name: string, scenarios: readonly Scenario[]): Scenario {
  const scenario = scenarios.find(scenario => scenario.name === name)
  if (!scenario) throw new RangeError(`unknown scenario ${JSON.stringify(name)}`)
  return scenario
}
