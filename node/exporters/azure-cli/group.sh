# The resource group. Arguments: its id as an address, its body as JSON.
group_is_so() { look rest --method=get --url="$1?api-version=@RESOURCES_VERSION@" --query=id; }

group_make() { must rest --method=put --url="$1?api-version=@RESOURCES_VERSION@" --body="$2"; }
