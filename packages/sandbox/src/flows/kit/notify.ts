import type { News, World } from '../../state/world.ts'
import type { EventName, Resource } from './operation.ts'

interface NewsOf<Event extends EventName> extends Omit<News, 'event_type' | 'resource'> { resource: Resource<Event> }

/** Notifies the merchant of an event; the resource has one of the event's forms. */
export function notify<Event extends EventName>(world: World, event_type: Event, news: NewsOf<Event>): void {
  world.notify({ event_type, ...news })
}
