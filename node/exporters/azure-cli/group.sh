# The resource group. Arguments: subscription, name, location, tags.
group_is_so() { look group show --name="$2" --subscription="$1" --query=id; }

group_make() { must group create --name="$2" --location="$3" --subscription="$1" ${4+--tags "${@:4}"}; }
