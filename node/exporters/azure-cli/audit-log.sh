# The audit log of the key store. Arguments: its id as an address, name of the setting, id of the workspace, the setting's body as JSON.
audit_log_is_so() {
  local workspace
  look rest --method=get --url="$1/providers/Microsoft.Insights/diagnosticSettings?api-version=@AUDIT_LOGS_VERSION@" \
    --query="value[?properties.logs[?enabled && contains(['AuditEvent', 'audit', 'allLogs'], category || categoryGroup)]].[properties.workspaceId || '-'][]" || return 1
  while read -r workspace; do
    if same "$workspace" "$3"; then return 0; fi
  done <<<"$ANSWER"
  return 1
}

audit_log_make() {
  must rest --method=put --url="$1/providers/Microsoft.Insights/diagnosticSettings/$2?api-version=@AUDIT_LOGS_VERSION@" --body="$4"
}
