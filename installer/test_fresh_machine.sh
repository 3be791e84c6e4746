#!/usr/bin/env bash
# Proves the README's two commands on a fresh minimal Debian: a debootstrap chroot with only python3 and git added.
# Usage, as root: installer/test_fresh_machine.sh [SUITE] [FOLDER]
set -euo pipefail

suite=${1:-bookworm}
root=${2:-$(mktemp -d /var/tmp/fresh-machine.XXXXXX)}
source=$(cd "$(dirname "$0")/.." && pwd)

finish() {
    umount -l "$root/proc" "$root/dev/pts" "$root/dev" 2>/dev/null || true
    [ -n "${KEEP:-}" ] || rm -rf --one-file-system "$root"
}
trap finish EXIT

inside() {
    chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 \
        ${PIP_CERT:+PIP_CERT="$PIP_CERT"} ${PIP_INDEX_URL:+PIP_INDEX_URL="$PIP_INDEX_URL"} \
        ${SSL_CERT_FILE:+SSL_CERT_FILE="$SSL_CERT_FILE"} "$@"
}

command -v debootstrap >/dev/null || apt-get install -y -qq debootstrap
debootstrap --variant=minbase "$suite" "$root"
# A temporary folder is its owner's alone, and the root of a machine is not: PostgreSQL and apt run as others.
chmod 755 "$root"
mount -t proc proc "$root/proc"
mount --rbind /dev "$root/dev"
cp /etc/resolv.conf "$root/etc/resolv.conf"
inside apt-get update -qq
inside apt-get install -y -qq --no-install-recommends python3 git ca-certificates
# A network with its own certificate authority needs that authority's certificate, as the host does.
cp /etc/ssl/certs/ca-certificates.crt "$root/etc/ssl/certs/ca-certificates.crt"

git clone -q "$source" "$root/root/sla-desktop"
for command in demo test; do
    echo "== python3 dev.py $command"
    start=$(date +%s)
    inside sh -c "cd /root/sla-desktop && python3 dev.py $command"
    echo "== python3 dev.py $command: $(( $(date +%s) - start )) s"
done
echo "Both commands succeeded on a fresh $suite."
