# The key, beside the network of its vault. Arguments: its Azure ID, its properties as JSON. Resource Manager makes the first version
# only: a key that exists is left as it is.
key_resource_is_so() { look resource show --ids="$1" --api-version=2023-07-01 --query=properties.kty; }

key_resource_make() { must resource create --id="$1" --api-version=2023-07-01 --properties="$2"; }
