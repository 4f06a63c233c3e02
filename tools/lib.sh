# Shared by the scripts of this folder: source it, do not run it. Expects `set -euo pipefail`.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

say() { printf '%s\n' "$*"; }

fail() {
  printf '%s: %s\n' "$(basename "$0")" "$*" >&2
  exit 1
}

# The packages of a set in tools/packages.txt.
packages_of() { awk -v set="$1" '$1 == set { print $2 }' "$root/tools/packages.txt"; }

is_installed() {
  [ "$(dpkg-query --show --showformat='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

# Installs what is missing of the sets named. Asks for nothing, and does nothing when all is there.
install_missing() {
  command -v dpkg-query >/dev/null || {
    say "This is not a Debian system: packages are not looked after (see tools/packages.txt)."
    return 0
  }
  local set package missing=() as_root=()
  for set in "$@"; do
    for package in $(packages_of "$set"); do is_installed "$package" || missing+=("$package"); done
  done
  [ ${#missing[@]} -gt 0 ] || return 0
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || fail "missing packages, and neither root nor sudo to install them:" \
      "apt-get install --no-install-recommends ${missing[*]}"
    as_root=(sudo)
  fi
  say "Installing: ${missing[*]}"
  "${as_root[@]}" apt-get update -qq || fail "apt-get update failed; is the network there?"
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
    "${missing[@]}" </dev/null || fail "could not install: ${missing[*]}"
}

# Makes the build folder $1 ready with the options that follow, whether it exists already or not.
# A folder left over from an interrupted or older set-up is made anew.
configure() {
  local folder=$1
  shift
  if [ -f "$folder/build.ninja" ]; then
    meson configure "$folder" "$@" >/dev/null 2>&1 && return 0
    say "The set-up in $folder is of no use any more; making it anew."
  fi
  rm -rf "$folder"
  meson setup "$folder" "$root" "$@" </dev/null || fail "meson could not set up $folder (see above)"
}
