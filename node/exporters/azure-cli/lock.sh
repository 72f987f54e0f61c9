# A lock against deleting, set on the thing itself or above. Arguments: id of what is locked as an address, name of the lock, its body as JSON.
lock_is_so() {
  local url="$1/providers/Microsoft.Authorization/locks?api-version=@LOCKS_VERSION@&\$filter=atScope()"
  local what value found=1
  while [[ -n "$url" ]]; do
    look rest --method=get --url="$url" --query="[value[].join(' ', ['lock', properties.level || '-']), [join(' ', ['next', nextLink || ''])]][]" || return 1
    url=''
    while read -r what value; do
      if [[ "$what" == next ]]; then next_page "$value"; url="$NEXT"; fi
      if [[ "$what" == lock ]] && { same "$value" CanNotDelete || same "$value" ReadOnly; }; then found=0; fi
    done <<<"$ANSWER"
  done
  return "$found"
}

lock_make() { must rest --method=put --url="$1/providers/Microsoft.Authorization/locks/$2?api-version=@LOCKS_VERSION@" --body="$3"; }
