# What the sandbox is made of: names, versions, addresses, usual times. Read by `kit`.
# shellcheck shell=bash disable=SC2034

GROUPS_ALL=kubernetes,etcd,prometheus

# Built from modules: the versions in the go.mod files beside this script say the same.
KUBERNETES_VERSION=1.36.3
ETCD_VERSION=3.6.8
PROMETHEUS_VERSION=3.16.0
GO_VERSION=1.26

# Downloaded. The checksum of Kubernetes 1.36.2 is published in the change log of 1.36.3, whose module the Go checksum
# database vouches for; that of the newest release is never in its own change log.
KUBERNETES_RELEASE=1.36.2
ETCD_RELEASE=3.6.8
PROMETHEUS_RELEASE=3.16.0

LOCK_SECONDS=3600
DOWNLOAD_SECONDS=1800
PROGRESS_SECONDS=5

tools_of() {
    case "$1" in
        kubernetes) echo kube-apiserver kube-controller-manager kubectl ;;
        etcd) echo etcd ;;
        prometheus) echo prometheus promtool ;;
    esac
}

group_of() {
    case "$1" in
        kube*) echo kubernetes ;;
        etcd) echo etcd ;;
        prom*) echo prometheus ;;
    esac
}

package_of() { # tool -> its Go package
    case "$1" in
        kube*) echo "k8s.io/kubernetes/cmd/$1" ;;
        etcd) echo go.etcd.io/etcd/server/v3 ;;
        prom*) echo "github.com/prometheus/prometheus/cmd/$1" ;;
    esac
}

cache_folders() {
    case "$1" in
        kubernetes) echo "kubernetes-$KUBERNETES_VERSION kubernetes-$KUBERNETES_RELEASE" ;;
        etcd) echo "etcd-$ETCD_VERSION" ;;
        prometheus) echo "prometheus-$PROMETHEUS_VERSION prometheus-package" ;;
    esac
}

fitting() { # tool -> expression that its version must match
    case "$1" in
        kubectl) echo '^1\.(35|36|37)\.' ;;
        kube*) echo '^1\.36\.' ;;
        etcd) echo '^3\.6\.' ;;
        prom*) echo '^(2\.4[0-9]|2\.5[0-9]|3\.[0-9]+)\.' ;;
    esac
}

needed() { # the same for people
    case "$1" in
        kubectl) echo '1.35 to 1.37' ;;
        kube*) echo '1.36' ;;
        etcd) echo '3.6' ;;
        prom*) echo '2.40 or newer' ;;
    esac
}

usual_time() { # route group
    case "$1/$2" in
        build/kubernetes) echo 'usually 4 to 8 minutes on two cores, once' ;;
        build/prometheus) echo 'usually 3 to 6 minutes on two cores, once' ;;
        build/etcd) echo 'usually half a minute, once' ;;
        download/kubernetes) echo 'usually 1 to 3 minutes, once' ;;
        *) echo 'usually some seconds, once' ;;
    esac
}

archive_of() { # group -> address without the scheme
    case "$1" in
        kubernetes) echo "dl.k8s.io/v$KUBERNETES_RELEASE/kubernetes-server-linux-$ARCH.tar.gz" ;;
        etcd) echo "github.com/etcd-io/etcd/releases/download/v$ETCD_RELEASE/etcd-v$ETCD_RELEASE-linux-$ARCH.tar.gz" ;;
        prometheus) echo "github.com/prometheus/prometheus/releases/download/v$PROMETHEUS_RELEASE/prometheus-$PROMETHEUS_RELEASE.linux-$ARCH.tar.gz" ;;
    esac
}

sums_of() { # group -> file with the checksums that lies beside the release
    case "$1" in
        kubernetes) echo "$(archive_of kubernetes).sha512" ;;
        etcd) echo "$(dirname "$(archive_of etcd)")/SHA256SUMS" ;;
        prometheus) echo "$(dirname "$(archive_of prometheus)")/sha256sums.txt" ;;
    esac
}

megabytes_of() { # about, for the progress line
    case "$1" in
        kubernetes) echo 350 ;;
        etcd) echo 25 ;;
        prometheus) echo 130 ;;
    esac
}
