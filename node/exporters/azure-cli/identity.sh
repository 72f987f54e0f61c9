# The policy's identity, kept in PRINCIPAL. Arguments: id of the policy.
PRINCIPAL=''

policy_identity() {
  look resource show --ids="$1" --api-version=@POLICIES_VERSION@ --query='identity.principalId || identity.systemAssignedIdentityPrincipalId' || return 1
  PRINCIPAL="$ANSWER"
  [[ "$PRINCIPAL" =~ ^[0-9A-Fa-f-]{36}$ ]]
}

await_policy_identity() {
  local deadline=$(( SECONDS + CMK_READY_TIMEOUT_SECONDS ))
  until policy_identity "$1"; do
    pause_until "$deadline" 'the policy names no identity yet. Run the script again later.'
  done
}
