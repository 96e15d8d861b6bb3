# The three ways to make what was not found. Each fills .staging/bin and installs it, or says why it cannot and returns 1.
# Read by `kit`.
# shellcheck shell=bash disable=SC2154

# --- from the published Go modules ---------------------------------------------------------------------------------------

go_fits() {
    command -v go >/dev/null 2>&1 || return 1
    local version minor
    version="$(GOTOOLCHAIN=local go env GOVERSION 2>/dev/null)" || return 1
    [[ "$version" =~ ^go1\.([0-9]+) ]] || return 1
    minor="${BASH_REMATCH[1]}"
    [ "$minor" -ge "${GO_VERSION#1.}" ] && return 0
    # From 1.21 on Go fetches the toolchain that a module asks for, unless it is told not to.
    [ "$minor" -ge 21 ] && [ "$(go env GOTOOLCHAIN 2>/dev/null)" != local ]
}

by_build() {
    local group="$1"
    [ -d "$HERE/$group" ] || return 1
    go_fits || { say "$group: not built, there is no Go $GO_VERSION or newer here"; return 1; }
    say "$group: building from its published modules, $(usual_time build "$group")"
    local tool
    for tool in $(tools_of "$group"); do
        go_build "$group" "$(package_of "$tool")" "$tool" || return 1
    done
    install_group "$group" "$(cache_folders "$group" | cut -d' ' -f1)"
}

# The binaries are told their version: without it they call themselves v0.0.0, and clients refuse to talk to them.
linker_flags() {
    local version="k8s.io/component-base/version"
    case "$1" in
        kubernetes)
            echo "-s -w -X $version.gitVersion=v$KUBERNETES_VERSION -X $version.gitMajor=1 -X $version.gitMinor=36" \
                "-X k8s.io/client-go/pkg/version.gitVersion=v$KUBERNETES_VERSION"
            ;;
        prometheus) echo "-s -w -X github.com/prometheus/common/version.Version=$PROMETHEUS_VERSION" ;;
        *) echo "-s -w" ;;
    esac
}

# Prometheus without the discovery of clouds, which the sandbox does not ask and which is a third of the build.
build_tags() {
    [ "$1" != prometheus ] || echo "-tags=netgo,remove_all_sd"
}

go_build() { # group package tool
    local group="$1" package="$2" tool="$3" log="$CACHE/.staging/$3.log" total
    # shellcheck disable=SC2046
    total="$(cd "$HERE/$group" && CGO_ENABLED=0 GOFLAGS=-mod=readonly go list $(build_tags "$group") -deps "$package" 2>"$log" | wc -l)" || true
    # shellcheck disable=SC2046
    (cd "$HERE/$group" && CGO_ENABLED=0 GOFLAGS=-mod=readonly exec go build -buildvcs=false -v -trimpath $(build_tags "$group") \
        -ldflags "$(linker_flags "$group")" \
        -o "$CACHE/.staging/bin/$tool" "$package") >"$log" 2>&1 &
    watch_job $! "$group: $tool," count_lines "$log" "of at most $total packages" && return 0
    say "$group: building $tool failed:"
    tail -n 5 "$log" | sed 's/^/     /' >&2
    return 1
}

# --- from the distribution's package -------------------------------------------------------------------------------------

by_package() {
    [ "$1" = prometheus ] || return 1
    command -v apt-get >/dev/null 2>&1 && command -v dpkg >/dev/null 2>&1 || return 1
    say "prometheus: taking the distribution's package (unpacked into the cache, not installed), $(usual_time package prometheus)"
    local staging="$CACHE/.staging" version
    # The package lists of the machine may be missing or old: then this fails, and the next route is tried.
    (cd "$staging" && timeout "$DOWNLOAD_SECONDS" apt-get -qq download prometheus) >"$staging/log" 2>&1 \
        && dpkg -x "$staging"/prometheus_*.deb "$staging/tree" >>"$staging/log" 2>&1 || {
        say "prometheus: no package ($(tail -n 1 "$staging/log"))"
        return 1
    }
    version="$(version_of prometheus "$staging/tree/usr/bin/prometheus")"
    fits prometheus "$version" || { say "prometheus: the package holds ${version:-none}, needed is $(needed prometheus)"; return 1; }
    mkdir -p "$staging/bin"
    mv "$staging/tree/usr/bin/prometheus" "$staging/tree/usr/bin/promtool" "$staging/bin/"
    install_group prometheus prometheus-package
}

# --- from the official release -------------------------------------------------------------------------------------------

by_download() {
    local group="$1" address name file expected
    address="$(archive_of "$group")"
    name="$(basename "$address")"
    file="$CACHE/.staging/$name"
    say "$group: downloading $(url "$address"), $(usual_time download "$group")"
    fetch "$(url "$address")" "$file" "$group: $name," "of about $(megabytes_of "$group") MB" || {
        say "$group: no answer from $(url "$address")"
        return 1
    }
    expected="$(expected_sum "$group" "$name")" || return 1
    check_sum "$file" "$expected" || return 1
    unpack "$group" "$file" && install_group "$group" "$(release_folder "$group")"
}

url() {
    if [ -n "$MIRROR" ]; then echo "${MIRROR%/}/$1"; else echo "https://$1"; fi
}

release_folder() {
    case "$1" in
        kubernetes) echo "kubernetes-$KUBERNETES_RELEASE" ;;
        etcd) echo "etcd-$ETCD_RELEASE" ;;
        prometheus) echo "prometheus-$PROMETHEUS_RELEASE" ;;
    esac
}

fetch() { # url file [label end]
    if command -v curl >/dev/null 2>&1; then
        curl -fsSL --retry 2 --connect-timeout 20 --speed-limit 1000 --speed-time 60 --max-time "$DOWNLOAD_SECONDS" -o "$2" "$1" &
    elif command -v wget >/dev/null 2>&1; then
        timeout "$DOWNLOAD_SECONDS" wget -q --tries=3 --timeout=60 -O "$2" "$1" &
    else
        say "neither curl nor wget is here"
        return 1
    fi
    watch_job $! "${3:-}" count_megabytes "$2" "${4:-}"
}

expected_sum() { # group name: a pinned checksum wins over the one beside the release
    local pinned sums="$CACHE/.staging/sums"
    pinned="$(awk -v name="$2" '$1 !~ /^#/ && $2 == name { print $1 }' "$CHECKSUMS" 2>/dev/null | head -n 1)"
    if [ -n "$pinned" ]; then
        echo "$pinned"
        return 0
    fi
    fetch "$(url "$(sums_of "$1")")" "$sums" || { say "$1: no checksum for $2, neither in $CHECKSUMS nor at $(url "$(sums_of "$1")"): not installed"; return 1; }
    # Some releases list "sum  name", some hold the bare sum of the one file.
    awk -v name="$2" '$2 == name || $2 == "*" name || NF == 1 { print $1; exit }' "$sums" | grep . || {
        say "$1: $(url "$(sums_of "$1")") does not list $2: not installed"
        return 1
    }
}

check_sum() { # file expected
    local actual tool
    case "${#2}" in
        64) tool=sha256sum ;;
        128) tool=sha512sum ;;
        *) say "$(basename "$1"): expected a sha256 or sha512 checksum, but got '$2': not installed"; return 1 ;;
    esac
    actual="$("$tool" "$1" | cut -d' ' -f1)"
    [ "$actual" = "$2" ] && return 0
    say "$(basename "$1"): the checksum does not match (expected $2, but got $actual): not installed"
    return 1
}

unpack() { # group file: the archives differ in their folders, the names of the binaries do not
    local tree="$CACHE/.staging/tree" tool found
    mkdir -p "$tree" "$CACHE/.staging/bin"
    tar -xzf "$2" -C "$tree" || { say "$1: $(basename "$2") cannot be unpacked"; return 1; }
    for tool in $(tools_of "$1"); do
        found="$(find "$tree" -type f -name "$tool" | head -n 1)"
        [ -n "$found" ] || { say "$1: $tool is not in $(basename "$2")"; return 1; }
        chmod 755 "$found"
        mv "$found" "$CACHE/.staging/bin/$tool"
    done
}

# --- progress ------------------------------------------------------------------------------------------------------------

count_lines() { if [ -f "$1" ]; then wc -l <"$1"; else echo 0; fi; }

count_megabytes() { if [ -f "$1" ]; then echo $(($(stat -c %s "$1") / 1048576)); else echo 0; fi; }

watch_job() { # pid label counter file end: one line each PROGRESS_SECONDS until the job ends; its exit code
    local pid="$1" begin=$SECONDS next=$((SECONDS + PROGRESS_SECONDS))
    trap 'kill "$pid" 2>/dev/null || true; exit 130' INT TERM
    while kill -0 "$pid" 2>/dev/null; do
        if [ "$SECONDS" -ge "$next" ]; then
            [ -z "$2" ] || say "$2 $("$3" "$4") $5, $((SECONDS - begin)) s"
            next=$((SECONDS + PROGRESS_SECONDS))
        fi
        sleep 0.2
    done
    trap - INT TERM
    wait "$pid"
}
