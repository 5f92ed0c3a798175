#!/bin/sh
# Install Debian's Chromium for the browser tests, and nginx for those of deploy/, and what else is named; root or sudo.
set -eu
as_root=""
[ "$(id -u)" = 0 ] || as_root="sudo"
export DEBIAN_FRONTEND=noninteractive
$as_root apt-get update -qq
$as_root apt-get install -y -qq --no-install-recommends chromium fonts-dejavu-core nginx "$@"
