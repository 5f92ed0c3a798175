#!/bin/sh
# backup.sh PROJECT FOLDER: what cannot be made again, in one file with its sum; the newest 30 stay.
# Prepared versions are in it too, so that a restored server shows what was shown, byte for byte.
set -eu
project=$1 folder=$2
mkdir -p "$folder"
name="barometer-$(date -u +%Y%m%dT%H%M%SZ).tar.gz"
tar -C "$project" -czf "$folder/.$name" data/source geo/source data/prepared
mv "$folder/.$name" "$folder/$name"
(cd "$folder" && sha256sum "$name" > "$name.sha256")
cd "$folder"
ls -1 barometer-*.tar.gz | sort -r | tail -n +31 | while read -r old; do rm -f "$old" "$old.sha256"; done
echo "$folder/$name"
