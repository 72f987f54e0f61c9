/**
 * Guards of events that name something, in two halves: whether such an event is taken now, and whether this one is. The chart asks both, and
 * the view offers the event by the first alone.
 */
export const namingGuards =
  <Context, Event extends { readonly type: string }>() =>
  <Type extends Event['type'], Params = undefined>(
    type: Type,
    offered: (context: Context, params: Params) => boolean,
    names: (event: Extract<Event, { readonly type: Type }>, params: Params, context: Context) => boolean,
  ) => {
    const isOf = (event: Event): event is Extract<Event, { readonly type: Type }> => event.type === type
    return Object.assign(
      ({ context, event }: { readonly context: Context; readonly event: Event }, params: Params): boolean =>
        isOf(event) && offered(context, params) && names(event, params, context),
      { offered },
    )
  }
