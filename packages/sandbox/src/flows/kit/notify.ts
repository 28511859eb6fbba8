import type { News, Unknown, World } from '../../state/world.ts'
import type { AnyForm, EventName, Resource } from './operation.ts'

interface NewsOf<Event extends EventName, Given> extends Omit<News, 'event_type' | 'resource'> {
  resource: Given & Unknown<Given, AnyForm<Event>>
}

/** Notifies the merchant of an event. The resource has one of the event's forms, and no other members. */
export function notify<Event extends EventName, Given extends Resource<Event>>(
  world: World, event_type: Event, { summary, original_type, notify_url, resource }: NewsOf<Event, Given>,
): void {
  world.notify({ event_type, summary, original_type, notify_url, resource })
}
