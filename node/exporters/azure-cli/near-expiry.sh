# The alert before a key expires. Arguments: id of the key vault as an address, name of the event subscription, id of the action group,
# the body as JSON.
near_expiry_is_so() {
  local url="$1/providers/Microsoft.EventGrid/eventSubscriptions?api-version=@EVENTS_VERSION@"
  local what value found=1
  while [[ -n "$url" ]]; do
    look rest --method=get --url="$url" --query="[value[?properties.destination.endpointType=='MonitorAlert' && (!properties.filter.includedEventTypes || contains(properties.filter.includedEventTypes, '@NEAR_EXPIRY_EVENT@'))].properties.destination.properties.actionGroups[].join(' ', ['group', @]), [join(' ', ['next', nextLink || ''])]][]" || return 1
    url=''
    while read -r what value; do
      if [[ "$what" == next ]]; then next_page "$value"; url="$NEXT"; fi
      if [[ "$what" == group ]] && same "$value" "$3"; then found=0; fi
    done <<<"$ANSWER"
  done
  return "$found"
}

near_expiry_make() {
  must rest --method=put --url="$1/providers/Microsoft.EventGrid/eventSubscriptions/$2?api-version=@EVENTS_VERSION@" --body="$4"
}
