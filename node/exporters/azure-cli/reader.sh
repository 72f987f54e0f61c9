# Reader on the policy.
# Arguments: id of the policy, the same as an address, principal, name of the assignment, id of the role's definition as a JSON string,
# type of the principal.
reader_is_so() {
  look resource show --ids="$1" --api-version=@POLICIES_VERSION@ --query=id || return 1
  has_role "$2" "$3" "$6" @ROLES_THAT_READ@
}

reader_make() { give_role "$2" "$4" "$3" "$6" "$5"; }
