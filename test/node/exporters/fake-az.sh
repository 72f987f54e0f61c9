#!/usr/bin/env bash
# Stands in for az: writes down how it was called, and answers like Azure for what exists in the folder FAKE_STATE.
set -u
{ printf '%s\0' "$@"; printf '\036\0'; } >>"$FAKE_STATE/calls"

exists() { [[ -e "$FAKE_STATE/$1" && ! -e "$FAKE_STATE/forgets" ]]; }
absent() { printf 'ERROR: (%s) It was not found.\n' "$1" >&2; exit 3; }
refuse() { printf 'ERROR: %s({"error":{"code":"%s","message":"Refused."}})\n' "$1" "$2" >&2; exit 1; }
# Refuses as often as the file says, then no more.
refusals() {
  local left
  exists "$1" || return 0
  left="$(<"$FAKE_STATE/$1")"
  if (( left > 0 )); then printf '%s' "$(( left - 1 ))" >"$FAKE_STATE/$1"; refuse "$2" "$3"; fi
}

# In this process: a script asks dozens of times, and another process for each option would take most of its time.
url='' query='' body='' own=''
for word in "$@"; do
  case "$word" in --url=*) url="${word#*=}" ;; --query=*) query="${word#*=}" ;; --body=*) body="${word#*=}" ;; esac
done
# With several environments each has its own state, by its ID.
of_environment=".*environments?(/|%20eq%20')([0-9a-f-]{36})"
if exists each && [[ "$url" =~ $of_environment ]]; then own="-${BASH_REMATCH[2]}"; fi

case "$1 $2" in
  'account show') printf '%s\tFakeCloud\tsomebody@contoso.example\n' "$(<"$FAKE_STATE/tenant")" ;;
  'keyvault key')
    case "$3" in
      show) exists key || absent KeyNotFound; version="$(<"$FAKE_STATE/key")"; echo "https://vault.test/keys/k/${version:-1}" ;;
      rotation-policy)
        case "$4" in
          show) if exists rotation-policy; then echo P18M; fi ;;
          update) : >"$FAKE_STATE/rotation-policy" ;;
        esac
        ;;
      create) if exists key; then printf 2 >"$FAKE_STATE/key"; else : >"$FAKE_STATE/key"; fi ;;
    esac
    ;;
  'resource show')
    exists policy || absent ResourceNotFound
    case "$query" in
      kind) echo Encryption ;;
      identity*) echo "$FAKE_PRINCIPAL" ;;
      *systemId) echo /regions/europe/providers/Microsoft.PowerPlatform/enterprisePolicies/s ;;
      *) echo id ;;
    esac
    ;;
  'resource update')
    case "$*" in *--add*) grep -oE '"emailAddress":"[^"]*' <<<"$*" | cut -d'"' -f4 | sed 's/^/mail /' >>"$FAKE_STATE/action-group" ;; esac
    ;;
  'resource create') : >"$FAKE_STATE/policy" ;;
  'rest --method=delete') rest="${url%%\?*}"; rm -f "$FAKE_STATE/thing${rest//\//_}" ;;
  'rest --method=get')
    rest="${url%%\?*}"
    if exists hides-subscription; then absent SubscriptionNotFound; fi
    if [[ "$query" == id && "$rest" == */resourceGroups/* && "$rest" != */providers/* ]] && exists group; then echo id; exit 0; fi
    if [[ "$query" == id ]]; then exists "thing${rest//\//_}" || absent ResourceNotFound; echo id; exit 0; fi
    refusals busy 'Too Many Requests' TooManyRequests
    case "$url" in
      */providers/Microsoft.PowerPlatform\?*) if exists provider; then echo Registered; else echo NotRegistered; fi ;;
      # What can be deleted is a file in the folder: its address with the slashes replaced.
      */keys\?* | */secrets\?* | */resources\?*)
        list="${url%%\?*}"
        if exists "list${list//\//_}"; then sed 's/^/name /' "$FAKE_STATE/list${list//\//_}"; fi
        echo 'next '
        ;;
      */roleAssignments\?*)
        # One page for each assignment, so that a script that forgets the next page is found out.
        scope="${url%%/providers/Microsoft.Authorization*}" page="${url##*&page=}"
        if [[ "$page" == "$url" ]]; then page=1; fi
        if exists roles; then sed -n "${page}p" "$FAKE_STATE/roles" | grep -F "$scope " | sed 's/^[^ ]* /role /'; fi
        if exists roles && (( page < $(wc -l <"$FAKE_STATE/roles") )); then echo "next https://azure.test${url%&page=*}&page=$(( page + 1 ))"; else echo 'next '; fi
        ;;
      */diagnosticSettings\?*)
        if exists audit-log; then cat "$FAKE_STATE/audit-log"; fi
        ;;
      */actionGroups/*)
        exists action-group || absent ResourceNotFound
        cat "$FAKE_STATE/action-group"
        ;;
      */eventSubscriptions\?*)
        if exists near-expiry; then cat "$FAKE_STATE/near-expiry"; fi
        echo 'next '
        ;;
      */locks\?*)
        if exists lock; then echo 'lock CanNotDelete'; fi
        echo 'next '
        ;;
      */vaults/*/keys/*) exists key || absent KeyNotFound; echo RSA ;;
      */vaults/*)
        if ! exists vault && [[ "$query" == *Uri || "$query" == *State ]]; then absent ResourceNotFound; fi
        case "$query" in
          *vaultUri) echo https://vault.test/ ;;
          *hsmUri) echo https://hsm.test/ ;;
          *provisioningState) echo Succeeded ;;
          *enablePurgeProtection) if exists purge-protection; then echo True; else echo None; fi ;;
          *accessPolicies*) if exists access-policy; then printf 'get\nwrapKey\nunwrapKey\n'; fi ;;
        esac
        ;;
      */scopes/admin/environments/*)
        protection=Basic link=- status=-
        if exists "managed$own"; then protection=Standard; fi
        if exists "link-status$own"; then link="$FAKE_POLICY" status="$(<"$FAKE_STATE/link-status$own")"; fi
        printf '%s\t%s\t%s\n' "$protection" "$link" "$status"
        ;;
      */lifecycleOperations\?*)
        if exists "operations$own"; then cat "$FAKE_STATE/operations$own"; fi
        # What runs now has ended by the next look.
        if exists "operations$own" && grep -q Running "$FAKE_STATE/operations$own"; then
          ended=Succeeded
          if grep -q 'RevertToMicrosoftKey Running' "$FAKE_STATE/operations$own"; then rm -f "$FAKE_STATE/link-status$own"
          elif exists link-fails; then ended=Failed
          else echo Linked >"$FAKE_STATE/link-status$own"; fi
          sed "s/Running/$ended/" "$FAKE_STATE/operations$own" >"$FAKE_STATE/operations.new" && mv "$FAKE_STATE/operations.new" "$FAKE_STATE/operations$own"
        fi
        ;;
    esac
    ;;
  'rest --method=put')
    case "$url" in
      */roleAssignments/*)
        refusals principal-unknown 'Bad Request' PrincipalNotFound
        refusals role-exists Conflict RoleAssignmentExists
        printf '%s /x/%s %s\n' "${url%%/providers/Microsoft.Authorization*}" "$(grep -oE '[0-9a-f-]{36}","principalId' <<<"$body" | cut -c1-36)" "$FAKE_NOW" >>"$FAKE_STATE/roles"
        ;;
      */diagnosticSettings/*) grep -oE '"workspaceId":"[^"]*' <<<"$body" | cut -d'"' -f4 >"$FAKE_STATE/audit-log" ;;
      */actionGroups/*)
        echo 'enabled true' >"$FAKE_STATE/action-group"
        grep -oE '"emailAddress":"[^"]*' <<<"$body" | cut -d'"' -f4 | sed 's/^/mail /' >>"$FAKE_STATE/action-group"
        ;;
      */eventSubscriptions/*) grep -oE '"actionGroups":\["[^"]*' <<<"$body" | cut -d'"' -f4 | sed 's/^/group /' >"$FAKE_STATE/near-expiry" ;;
      */locks/*) : >"$FAKE_STATE/lock" ;;
      */accessPolicies/add\?*) : >"$FAKE_STATE/access-policy" ;;
      */vaults/*/keys/*) : >"$FAKE_STATE/key" ;;
      */vaults/*) : >"$FAKE_STATE/vault" ;;
      */resourceGroups/*) : >"$FAKE_STATE/group" ;;
    esac
    ;;
  'rest --method=patch') : >"$FAKE_STATE/purge-protection" ;;
  'rest --method=post')
    refusals busy 'Too Many Requests' TooManyRequests
    refusals unavailable 'Service Unavailable' ServiceUnavailable
    case "$url" in
      */Microsoft.PowerPlatform/register\?*) : >"$FAKE_STATE/provider" ;;
      */governanceConfiguration\?*) : >"$FAKE_STATE/managed$own" ;;
      */link\?* | */unlink\?*)
        case "$url" in */unlink\?*) begun=RevertToMicrosoftKey ;; *) begun=NewCustomerManagedKey ;; esac
        { printf 'op-%s %s Running\n' "$RANDOM$RANDOM" "$begun"; if exists "operations$own"; then cat "$FAKE_STATE/operations$own"; fi; } >"$FAKE_STATE/operations.new"
        mv "$FAKE_STATE/operations.new" "$FAKE_STATE/operations$own"
        ;;
    esac
    ;;
  *) printf 'ERROR: the stand-in knows no %s\n' "$*" >&2; exit 2 ;;
esac
