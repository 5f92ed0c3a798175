#!/bin/sh
# restore.sh FILE PROJECT: puts back what backup.sh kept. A damaged file changes nothing; what stood there stays beside.
set -eu
file=$1 project=$2
(cd "$(dirname "$file")" && sha256sum -c "$(basename "$file").sha256")
new=$(mktemp -d "$project/.restore.XXXXXX")
tar -C "$new" -xzf "$file"
kept="$project/.before-$(date -u +%Y%m%dT%H%M%SZ)"
for part in data/source geo/source data/prepared; do
  mkdir -p "$kept/$(dirname $part)" "$project/$(dirname $part)"
  if [ -e "$project/$part" ]; then mv "$project/$part" "$kept/$part"; fi
  mv "$new/$part" "$project/$part"
done
rm -rf "$new"
echo "What stood there before: $kept"
