#!/bin/sh
# Makes the certificates by which the database's nodes know each other and Daybook knows them: one authority,
# and for each node named as an argument a certificate of its own. Runs in the es-gencert-cli image with these
# volumes, and leaves what is there:
#   /authority      the authority's certificate and key; no other service sees the key
#   /ca             the authority's certificate, for all
#   /nodes/<name>   the certificate and key of that node, for it alone
set -eu
umask 077
# The user of the database's image; what else is read here is for all.
owner=1000:1000
draft=$(mktemp -d)

if [ ! -s /authority/ca.crt ]; then
  es-gencert-cli create-ca -out "$draft/authority"
  mv "$draft/authority/ca.key" "$draft/authority/ca.crt" /authority/
  echo "made the authority"
fi
cp /authority/ca.crt /ca/ca.crt
chmod 0755 /ca
chmod 0644 /ca/ca.crt

for node in "$@"; do
  [ -s "/nodes/$node/node.crt" ] && continue
  es-gencert-cli create-node -ca-certificate /authority/ca.crt -ca-key /authority/ca.key \
    -out "$draft/$node" -ip-addresses 127.0.0.1 -dns-names "$node,localhost"
  mv "$draft/$node/node.key" "$draft/$node/node.crt" "/nodes/$node/"
  chmod 0600 "/nodes/$node/node.key" "/nodes/$node/node.crt"
  chown -R "$owner" "/nodes/$node"
  echo "made the certificate of $node"
done
