#!/usr/bin/env bash
# Sees to what a task needs from the system: scripts/prerequisites.sh build|python|browser
# Says nothing when all is there. Installs Debian and Ubuntu packages where that needs no question (root, or sudo without
# a password); otherwise names the command to type.
set -euo pipefail

readonly swift_major=6 swift_minor=2

fail() {
    printf '\n%s\n' "$1" >&2
    exit 1
}

# Installs packages, or says how to.
install_packages() {
    local runner=()
    if [[ ${EUID} -ne 0 ]]; then runner=(sudo); fi
    local command="${runner[*]:+${runner[*]} }apt-get install --yes --no-install-recommends $*"
    if ! command -v apt-get >/dev/null; then
        fail "Missing on this system: the equivalent of the Debian packages: $*. Please install them and try again."
    fi
    if [[ ${EUID} -ne 0 ]] && ! sudo -n true 2>/dev/null; then
        fail "Missing packages: $*. Please run this, then try again:
    ${command}"
    fi
    echo "Installing: $*" >&2
    local log
    log=$(mktemp)
    # An old package list names files that mirrors no longer have, hence the second try after an update.
    if ! DEBIAN_FRONTEND=noninteractive ${command} >"${log}" 2>&1; then
        "${runner[@]}" apt-get update >>"${log}" 2>&1 || true
        if ! DEBIAN_FRONTEND=noninteractive ${command} >>"${log}" 2>&1; then
            tail -n 20 "${log}" >&2
            fail "Installing failed; the command was: ${command}"
        fi
    fi
    rm -f "${log}"
}

explain_swift() {
    fail "$1

Thao Trường needs Swift ${swift_major}.${swift_minor} or newer. Three ways to get it:
  1. swiftly, the toolchain manager:  https://www.swift.org/install/linux/swiftly/
         swiftly init && swiftly install latest
  2. a toolchain archive or package:  https://www.swift.org/install/
  3. no toolchain at all, with a container engine (podman or docker):
         podman build -f Containerfile --target thao -t thaotruong .
         podman run --rm -v \"\$PWD/out:/out\" thaotruong run egov --out /out/egov"
}

check_swift() {
    command -v swift >/dev/null || explain_swift "Swift was not found."
    local text version major minor
    text=$(swift --version 2>&1) || explain_swift "Swift does not start here: ${text}"
    version=$(sed -nE 's/.*Swift version ([0-9]+\.[0-9]+).*/\1/p' <<<"${text}" | head -n 1)
    [[ -n ${version} ]] || explain_swift "The version of this Swift could not be read: ${text}"
    major=${version%%.*} minor=${version#*.}
    if ((major < swift_major || (major == swift_major && minor < swift_minor))); then
        explain_swift "This is Swift ${version}, which is too old."
    fi
}

# What Swift links against on Linux: the C library's headers and the C++ runtime, which g++ brings along.
check_build_packages() {
    local missing=()
    command -v git >/dev/null || missing+=(git ca-certificates)
    if [[ $(uname -s) == Linux ]]; then
        compgen -G '/usr/lib/gcc/*/*/libstdc++.*' >/dev/null || missing+=(g++)
        [[ -e /usr/include/pcre2.h ]] || missing+=(libpcre2-dev)
        [[ -e /usr/include/zlib.h ]] || missing+=(zlib1g-dev)
        [[ -e /usr/include/sqlite3.h ]] || missing+=(libsqlite3-dev)
    fi
    if ((${#missing[@]})); then install_packages "${missing[@]}"; fi
}

check_python() {
    local missing=()
    command -v python3 >/dev/null || missing+=(python3)
    python3 -c 'import venv, ensurepip' 2>/dev/null || missing+=(python3-venv)
    if ((${#missing[@]})); then install_packages "${missing[@]}"; fi
}

check_browser() {
    command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null ||
        install_packages chromium fonts-noto-core
}

case ${1:-} in
    build)
        check_build_packages
        check_swift
        ;;
    python) check_python ;;
    browser) check_browser ;;
    *) fail "usage: scripts/prerequisites.sh build|python|browser" ;;
esac
