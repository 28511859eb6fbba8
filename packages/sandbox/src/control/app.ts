import { Hono } from 'hono'
import { PhoneRefusal } from '../diagnose/phone/phone-refusal.ts'
import { scenarios } from '../flows/index.ts'
import type { Delivery } from '../notifications/notification.ts'
import type { Resource } from '../state/resource.ts'
import type { Control } from './control.ts'
import { InputError, readBody } from './read-body.ts'

export interface ControlOptions {
  /** Called before the state is reset, to stop what depends on it. */
  onReset?: () => void
  /** Delivers the notification of that id again and returns the result. @default rejects with a RangeError */
  resend?: (id: string) => Promise<Omit<Delivery, 'at'>>
}

/** The response to `GET /_sandbox`: the API in short. */
const help = {
  'GET /_sandbox/state?kind=&key=': 'lists resources, all or those of a kind (transaction …) and a key (out_trade_no …); '
    + '`waits` is the next action of the other side (pay, confirm, approve …), or false',
  'POST /_sandbox/pay {"kind"?, "key"?, "params"?}': 'the user pays one resource, or every waiting one; `params` are what '
    + 'a page, mini program or app gives the phone (paySign …), which refuses wrong ones with a diagnosis; those of pay '
    + 'score, a transfer or parking fees confirm it, and coupons are taken',
  'POST /_sandbox/advance {"kind"?, "key"?}': 'the other side acts on one resource, or on every waiting one: '
    + 'the user pays, confirms or signs, the platform approves',
  'POST /_sandbox/complain {"out_trade_no", "detail"?}': 'the user complains about a paid order',
  'GET /_sandbox/scenario': 'shows the scenario that is switched on, or null, and lists all scenarios',
  'PUT /_sandbox/scenario {"name"?}': 'switches a scenario on; off if the name is left out',
  'GET /_sandbox/clock': 'shows how many milliseconds the sandbox\'s clock is ahead',
  'POST /_sandbox/clock {"advance"}': 'puts the clock forward by that many milliseconds',
  'GET /_sandbox/notifications': 'lists every notification: headers, body, decrypted resource and deliveries',
  'POST /_sandbox/notifications/{id}/resend': 'delivers a notification again, at once',
  'POST /_sandbox/notify {"event_type", "notify_url"?, "resource"?}': 'sends a notification of any event in the '
    + 'reference; the members of `resource` replace its samples',
  'POST /_sandbox/reset': 'deletes all resources and notifications, resets scenario and clock',
}

const target = { kind: 'string?', key: 'string?' } as const

const readable = `${JSON.stringify(help, null, 2)}\n`

/**
 * Creates the control API below `/_sandbox`: JSON without signatures, so it must not be reachable
 * from outside.
 */
export function controlApp(control: Control, options: ControlOptions = {}): Hono {
  const { onReset = () => {}, resend = notDelivered } = options
  const app = new Hono().basePath('/_sandbox')
  const scenario = () => ({
    name: control.scenario.get() ?? null,
    scenarios: scenarios.map(({ name, title }) => ({ name, title })),
  })
  const clock = () => ({ offset: control.clock.offset() })

  app.get('/', c => c.body(readable, { headers: { 'Content-Type': 'application/json' } }))
  app.get('/state', async (c) => {
    const wanted = c.req.query()
    const isWanted = ({ kind, key }: Resource) =>
      (wanted.kind ?? kind) === kind && (wanted.key ?? key) === key
    return c.json((await control.state()).filter(isWanted))
  })
  app.post('/pay', async c => c.json(await control.pay(await readBody(c, { ...target, params: 'object?' }))))
  app.post('/advance', async c => c.json(await control.advance(await readBody(c, target))))
  app.post('/complain', async (c) => {
    const { out_trade_no, detail } = await readBody(c, { out_trade_no: 'string', detail: 'string?' })
    return c.json(await control.complain(out_trade_no, detail))
  })
  app.get('/scenario', c => c.json(scenario()))
  app.put('/scenario', async (c) => {
    const { name } = await readBody(c, { name: 'string?' })
    control.scenario.set(name)
    return c.json(scenario())
  })
  app.get('/clock', c => c.json(clock()))
  app.post('/clock', async (c) => {
    const { advance } = await readBody(c, { advance: 'number' })
    control.clock.advance(advance)
    return c.json(clock())
  })
  app.get('/notifications', async c => c.json(await control.notifications()))
  app.post('/notifications/:id/resend', async c => c.json(await resend(c.req.param('id'))))
  app.post('/notify', async (c) => {
    const wanted = await readBody(c, { event_type: 'string', notify_url: 'string?', resource: 'object?' })
    return c.json(await control.notify(wanted))
  })
  app.post('/reset', async (c) => {
    onReset()
    await control.reset()
    return c.body(null, 204)
  })
  app.all('*', c => c.json({ error: `${c.req.method} ${c.req.path} is not part of the control API`, help }, 404))
  app.onError((error, c) => {
    if (error instanceof InputError) return c.json({ error: error.message }, 400)
    if (error instanceof PhoneRefusal) return c.json(refused(error), 409)
    if (error instanceof RangeError) return c.json({ error: error.message }, 409)
    throw error
  })
  return app
}

function refused({ message, finding: { name, explain, ...strings } }: PhoneRefusal) {
  return { error: message, mistake: name, diagnosis: explain, ...strings }
}

async function notDelivered(): Promise<never> {
  throw new RangeError('notifications are delivered by the server only: run wxpay-sandbox')
}
