# When the key is renewed by itself. Arguments: id of the vault as an address, name of the key, the policy as JSON.
# One that renews the key already is left alone.
RENEWED_KEY_ID=''

rotation_policy_is_so() {
  must rest --method=get --url="$1?api-version=@KEY_VAULT_VERSION@" --query=properties.vaultUri
  RENEWED_KEY_ID="${ANSWER%/}/keys/$2"
  must keyvault key rotation-policy show --id="$RENEWED_KEY_ID" --query="lifetimeActions[?contains(['Rotate', 'rotate'], action.type || action)].[timeAfterCreate || trigger.timeAfterCreate || timeBeforeExpiry || trigger.timeBeforeExpiry][]"
  [[ "$ANSWER" == P* ]]
}

rotation_policy_make() { must keyvault key rotation-policy update --id="$RENEWED_KEY_ID" --value="$3"; }
