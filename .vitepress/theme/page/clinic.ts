import { clinicAttribute } from '../../page/body-part.ts'

/** Brings the clinic to life if the body has it; returns what ends it. No other page loads its code. */
export function mountClinicIn(body: Element): () => void {
  const element = body.querySelector(`[${clinicAttribute}]`)
  if (!element) return () => {}
  const mounted = import('../clinic/mount.ts').then(({ mountClinic }) => mountClinic(element))
  mounted.catch(() => { element.textContent = '诊所没能载入：请检查网络，刷新页面。' })
  return () => { void mounted.then(end => end()) }
}
