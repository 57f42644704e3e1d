#!/usr/bin/env bash
# Makes what must be secret into infra/secrets/, once. What is there is kept, so it can be run again after an
# update; it prints names, never values.
#
# The folder is for its owner alone (0700). Its files can be read by all, because a container sees them with
# the owner they have here, and its user is another: whoever cannot enter the folder cannot reach them.
set -euo pipefail
umask 077
folder="$(cd "$(dirname "$0")" && pwd)/secrets"
mkdir -p "$folder"
chmod 0700 "$folder"

# once NAME COMMAND...: the file is made whole or not at all, and never again.
once() {
  local name="$1"
  shift
  [ -s "$folder/$name" ] && return
  "$@" >"$folder/.$name.draft"
  mv "$folder/.$name.draft" "$folder/$name"
  echo "made secrets/$name"
}

# Hexadecimal: such a password needs no escaping in a connection string.
random_hex() { head -c 32 /dev/urandom | od -An -v -tx1 | tr -d ' \n'; }
# 32 bytes as base64url, and a newline.
signing_key() {
  head -c 32 /dev/urandom | base64 | tr '+/' '-_' | tr -d '=\n'
  echo
}

once admin-password random_hex
once ops-password random_hex
once session-secret random_hex
once token.key signing_key

# The files below say the same in the form in which each program reads it; they are written again every time.
admin="$(cat "$folder/admin-password")"
cat >"$folder/kurrentdb.env" <<END
KURRENTDB_DEFAULT_ADMIN_PASSWORD=$admin
KURRENTDB_DEFAULT_OPS_PASSWORD=$(cat "$folder/ops-password")
END

# daybook_env FILE HOSTS
daybook_env() {
  cat >"$folder/$1" <<END
DAYBOOK_STORE="esdb://admin:$admin@$2?tls=true&tlsCAFile=/certs/ca.crt&nodePreference=leader"
DAYBOOK_SESSION_SECRET="$(cat "$folder/session-secret")"
END
}
daybook_env daybook.env kurrentdb-1:2113,kurrentdb-2:2113,kurrentdb-3:2113
daybook_env daybook.single.env kurrentdb-1:2113

chmod 0644 "$folder/token.key" "$folder/daybook.env" "$folder/daybook.single.env"
echo "infra/secrets is complete"
