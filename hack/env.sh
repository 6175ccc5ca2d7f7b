# Settings and words shared by the scripts in this folder; sourced, not run.
repo=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
# Names the data directory of the cluster that this machine carries.
owner_file=/run/kube-local.data
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

say() { printf '%s\n' "$*"; }
step() { printf '  \342\200\242 %s\n' "$*"; }
die() { printf 'error: %s\n' "$*" >&2; exit 1; }

# binary NAME: the path of a built process.
binary() {
    case $1 in
        kube-apiserver) echo "$repo/artifacts/bin/Kube.ApiServer/release/kube-apiserver" ;;
        kube-scheduler) echo "$repo/artifacts/bin/Kube.Scheduler/release/kube-scheduler" ;;
        kube-controller-manager) echo "$repo/artifacts/bin/Kube.Controllers/release/kube-controller-manager" ;;
        kubelet) echo "$repo/artifacts/bin/Kube.Kubelet/release/kubelet" ;;
        kube-proxy) echo "$repo/artifacts/bin/Kube.Proxy/release/kube-proxy" ;;
        kctl) echo "$repo/artifacts/bin/Kctl/release/kctl" ;;
    esac
}

# need COMMAND PACKAGE: notes a Debian package for install_missing when the command is not there.
missing=()
need() { command -v "$1" > /dev/null 2>&1 || missing+=("$2"); }

install_missing() {
    [ ${#missing[@]} -gt 0 ] || return 0
    [ "$(id -u)" = 0 ] || die "missing: ${missing[*]}. Run as root, or install them first: sudo apt-get install ${missing[*]}"
    command -v apt-get > /dev/null || die "missing: ${missing[*]}. This system has no apt-get; install them with its own package manager"
    step "installing ${missing[*]}"
    local log; log=$(mktemp)
    # Debian starts a packaged service at once; policy-rc.d keeps the packaged etcd off the port that ours uses.
    local policy=/usr/sbin/policy-rc.d made=
    if [ ! -e $policy ]; then printf '#!/bin/sh\nexit 101\n' > $policy; chmod 755 $policy; made=1; fi
    if ! { DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${missing[@]}" > "$log" 2>&1 ||
           { apt-get update -q >> "$log" 2>&1 && DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${missing[@]}" >> "$log" 2>&1; }; }; then
        [ -z "$made" ] || rm -f $policy
        die "could not install ${missing[*]}: $(grep -m1 -E '^(E|Err)' "$log" || tail -n 1 "$log")"
    fi
    [ -z "$made" ] || rm -f $policy
    rm -f "$log"
}

need_dotnet() {
    command -v dotnet > /dev/null || die "the .NET 10 SDK is missing: see https://dotnet.microsoft.com/download"
    (cd "$repo" && dotnet --version > /dev/null 2>&1) || die "the .NET 10 SDK is missing (found: $(cd / && dotnet --version 2>/dev/null || echo none)): see https://dotnet.microsoft.com/download"
}

# build SOLUTION: builds when a source is newer than the last build of it.
build() {
    local stamp="$repo/artifacts/.built-${1//\//-}"
    if [ -e "$stamp" ] && [ -z "$(find "$repo" \( -path "$repo/artifacts" -o -path "$repo/.git" \) -prune -o \( -name '*.cs' -o -name '*.csproj' -o -name '*.props' -o -name '*.proto' -o -name '*.json' -o -name '*.slnf' \) -newer "$stamp" -print -quit)" ]; then
        return 0
    fi
    step "building ($1)"
    local log; log=$(mktemp)
    mkdir -p "$repo/artifacts"
    if ! dotnet build "$repo/$1" -c Release --nologo -v q > "$log" 2>&1; then
        grep -E 'error' "$log" | sort -u | head -n 20 >&2
        die "the build failed"
    fi
    touch "$stamp"; rm -f "$log"
}

# running PIDFILE: true when the process it names is alive and is the one that was started.
running() {
    local pid start
    [ -s "$1" ] && read -r pid start < "$1" && [ -n "$pid" ] && [ "$(started "$pid")" = "$start" ]
}

# started PID: when a process began, in clock ticks since boot; empty when there is none, or only what its parent has not collected.
# Tells a reused pid from the old one.
started() {
    local fields
    read -r -a fields < <(cut -d ')' -f 2 "/proc/$1/stat" 2> /dev/null) || true
    if [ "${fields[0]:-Z}" != Z ]; then echo "${fields[19]}"; fi
}

# The collector's first generation is as large as the processor's cache unless told otherwise: tens of megabytes a process for
# nothing on an idle cluster. 4 MiB (hexadecimal, as the runtime reads it) keeps small processes small.
export DOTNET_GCgen0size=0x400000

# launch NAME COMMAND...: starts a process of its own session, log in $data/logs/NAME.log, pid in $data/run/NAME.pid.
launch() {
    local name=$1; shift
    local pidfile="$data/run/$name.pid"
    if running "$pidfile"; then return 0; fi
    # A caller's other files (a lock, a pipe somebody reads to its end) must not live as long as the cluster.
    (
        for fd in /proc/"$BASHPID"/fd/*; do
            fd=${fd##*/}
            [ "$fd" -le 2 ] || eval "exec $fd>&-"
        done
        exec setsid nohup "$@"
    ) >> "$data/logs/$name.log" 2>&1 < /dev/null &
    local pid=$!
    echo "$pid $(started $pid)" > "$pidfile"
}

# halt NAME [SECONDS]: TERM, and KILL when it has not gone by then.
halt() {
    local pidfile="$data/run/$1.pid" limit=${2:-10} pid start i
    if running "$pidfile"; then
        read -r pid start < "$pidfile"
        kill -TERM "$pid" 2> /dev/null || true
        for ((i = 0; i < limit * 20; i++)); do
            [ "$(started "$pid")" = "$start" ] || break
            sleep 0.05
        done
        [ "$(started "$pid")" != "$start" ] || kill -KILL "$pid" 2> /dev/null || true
    fi
    rm -f "$pidfile"
}

# docker_up: a Docker daemon that answers, started by its service or by hand.
docker_up() {
    docker version > /dev/null 2>&1 && return 0
    step "starting Docker"
    if [ -d /run/systemd/system ] && systemctl start docker > /dev/null 2>&1; then
        :
    else
        [ "$(id -u)" = 0 ] || die "the Docker daemon does not run, and only root can start it"
        # Pid files outlive a machine that stopped hard; dockerd believes a pid that another process has by now, and waits for it in vain.
        local stale=/var/run/docker/containerd/containerd.pid
        rm -f /var/run/docker.pid
        [ "$(cat "/proc/$(cat $stale 2> /dev/null)/comm" 2> /dev/null)" = containerd ] || rm -f $stale
        launch dockerd dockerd --live-restore
    fi
    local i
    for ((i = 0; i < 300; i++)); do
        docker version > /dev/null 2>&1 && return 0
        sleep 0.1
    done
    die "the Docker daemon does not answer; its log: $data/logs/dockerd.log"
}

# docker_down: stops the daemon if it was started here, also when somebody has restarted it since: its own pid file knows.
docker_down() {
    [ -e "$data/run/dockerd.pid" ] || return 0
    local pid
    pid=$(cat /var/run/docker.pid 2> /dev/null || true)
    [ -z "$pid" ] || echo "$pid $(started "$pid")" > "$data/run/dockerd.pid"
    halt dockerd 20
}

# unrule CHAIN RULE...: takes a rule away, as often as it is there.
unrule() { while iptables -w -D "$@" 2> /dev/null; do :; done; }

# remove_node NAME: the containers, network and mounts of a node whose kubelet has ended.
remove_node() {
    local containers mount
    mapfile -t containers < <(docker ps -aq --no-trunc --filter "label=kube.local/node=$1")
    [ ${#containers[@]} -eq 0 ] || docker rm -f "${containers[@]}" > /dev/null
    docker network rm "kube-$1" > /dev/null 2>&1 || true
    unrule DOCKER-USER -i "kube-$1" -j ACCEPT
    unrule DOCKER-USER -o "kube-$1" -j ACCEPT
    unmount_node "$1"
}

# unmount_node NAME: memory-backed volumes are mounts; a mount left behind would keep the folder busy.
unmount_node() {
    awk -v root="$data/kubelet/$1/" 'index($2, root) == 1 { print $2 }' /proc/mounts | sort -r | while read -r mount; do umount "$mount" || true; done
}

# launch_joined NAME: the kubelet of a node that has joined, or joins, with a token; what it needs is in $data/joined/NAME.
launch_joined() {
    local joined="$data/joined/$1" args=()
    mapfile -t args < "$joined/kubelet.args"
    launch "kubelet-$1" "$(binary kubelet)" --node-name "$1" --kubeconfig "$joined/kubelet.kubeconfig" --bootstrap-kubeconfig "$joined/bootstrap.kubeconfig" \
        --cert-dir "$joined/pki" --root-dir "$data/kubelet/$1" --client-ca-file "$joined/ca.crt" "${args[@]}"
}
