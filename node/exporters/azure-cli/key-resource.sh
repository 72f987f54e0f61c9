# The key, beside the network of its vault. Arguments: its id as an address, its body as JSON. Resource Manager makes the first version
# only: a key that exists is left as it is.
key_resource_is_so() { look rest --method=get --url="$1?api-version=@KEY_VAULT_VERSION@" --query=properties.kty; }

key_resource_make() { must rest --method=put --url="$1?api-version=@KEY_VAULT_VERSION@" --body="$2"; }
