# Access of the policy's identity to the vault, by role.
# Arguments: id of the policy, id of the vault, the latter in lower case without the slash before it, id of the role's definition as a JSON string.
key_access_is_so() {
  policy_identity "$1" || return 1
  has_role "$2" "$PRINCIPAL" ServicePrincipal @ROLES_THAT_WRAP@ || return 1
  ACCESS_GIVEN_AT=$ROLE_GIVEN_AT
}

key_access_make() {
  await_policy_identity "$1"
  assignment_name "$3" "$PRINCIPAL" @KEY_ACCESS_ROLE@
  give_role "$2" "$ASSIGNMENT" "$PRINCIPAL" ServicePrincipal "$4"
  ACCESS_GIVEN_AT="$(date +%s)"
}
