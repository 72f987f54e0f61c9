# Access of the policy's identity to all keys of a Managed HSM, by the HSM's own role: roles in Azure give none.
# Arguments: id of the policy, id of the HSM as an address.
hsm_access_is_so() {
  local role
  policy_identity "$1" || return 1
  hsm_address "$2"
  must keyvault role assignment list --id="$HSM" --assignee-object-id="$PRINCIPAL" \
    --query="[?scope=='/' || scope=='/keys'].roleDefinitionId"
  while read -r role; do
    if [[ " @LOCAL_ROLES_THAT_WRAP@ " == *" $(lower "${role##*/}") "* ]]; then return 0; fi
  done <<<"$ANSWER"
  return 1
}

hsm_access_make() {
  await_policy_identity "$1"
  hsm_address "$2"
  assignment_name "$(lower "${HSM#https://}")/keys" "$PRINCIPAL" @LOCAL_KEY_ACCESS_ROLE@
  must keyvault role assignment create --id="$HSM" --name="$ASSIGNMENT" --role=@LOCAL_KEY_ACCESS_ROLE@ --scope=/keys \
    --assignee-object-id="$PRINCIPAL" --assignee-principal-type=ServicePrincipal
  ACCESS_GIVEN_AT="$(date +%s)"
}
