sha1() {
  if command -v sha1sum >/dev/null; then sha1sum; elif command -v shasum >/dev/null; then shasum -a 1; else openssl dgst -sha1 -r; fi
}

# The name the wizard itself gives an assignment (RFC 9562, version 5), kept in ASSIGNMENT: whoever comes second finds the first one's.
# Arguments: scope in lower case without the slash before it, principal, id of the role.
ASSIGNMENT=''
assignment_name() {
  local hash
  hash="$({ printf '@NAMESPACE@'; printf '%s\n%s\n%s' "$1" "$(lower "$2")" "$3"; } | sha1)"
  printf -v ASSIGNMENT '%s-%s-5%s-%02x%s-%s' "${hash:0:8}" "${hash:8:4}" "${hash:13:3}" $(( (16#${hash:16:2} & 16#3f) | 16#80 )) "${hash:18:2}" "${hash:20:12}"
}
