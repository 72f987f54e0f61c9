# The enterprise policy. Arguments: its id, the whole resource as JSON. One that exists is never changed: its key decides over data.
policy_is_so() {
  look resource show --ids="$1" --api-version=@POLICIES_VERSION@ --query=kind || return 1
  same "$ANSWER" Encryption || stop "there is an enterprise policy of this name, of kind $ANSWER instead of Encryption. Choose another name."
}

policy_make() { must resource create --id="$1" --is-full-object --api-version=@POLICIES_VERSION@ --properties="$2"; }
