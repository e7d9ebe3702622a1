#!/bin/bash
# Proves one service's image without Docker and without any registry: builds it with podman and runc, on a base made of
# Debian's packages and this machine's JDK, then starts it in the prod profile as the cluster would (uid 10001, read-only
# root, no capability, no new privileges, limits, passwords from a file, an issuer with TLS) and asks what a probe and a
# clinic ask. PostgreSQL, Kafka and the issuer are started for it and stopped again. Prints each proof; ends at the first
# that fails.
#
#   deploy/compose/prove-image.sh [patient-service|session-service|outcome-service|gateway]
#
# Needs root on Debian or Ubuntu: it installs podman, runc, catatonit, fuse-overlayfs, debootstrap and curl when they are
# missing, and makes the base with debootstrap from the machine's Debian mirror (about 220 MB, kept in
# target/image-proof/storage). The programs are built first when they are not. Everything lies in target/image-proof.
set -euo pipefail
cd "$(dirname "$0")/../.."

service="${1:-patient-service}"
image="stillpoint/$service:proof"
work="$PWD/target/image-proof"
parts="$work/parts"
name="stillpoint-proof-$service"
mounted=/etc/stillpoint

say() { printf '%s\n' "$*"; }
fail() { printf 'prove-image: %s\n' "$*" >&2; exit 1; }

case $service in
  patient-service) path=/api/v1/patients with_token=200 ;;
  session-service) path=/api/v1/courses with_token=200 ;;
  outcome-service) path=/api/v1/assessments with_token=200 ;;
  # Alone behind the door: the gateway believes the token and says that the service behind it is away.
  gateway) path=/api/v1/patients with_token=503 ;;
  *) fail "there is no service $service" ;;
esac

need() {
  local missing=()
  command -v podman >/dev/null || missing+=(podman)
  command -v runc >/dev/null || missing+=(runc)
  command -v debootstrap >/dev/null || missing+=(debootstrap)
  command -v curl >/dev/null || missing+=(curl)
  [ -x /usr/libexec/podman/catatonit ] || command -v catatonit >/dev/null || missing+=(catatonit)
  command -v fuse-overlayfs >/dev/null || missing+=(fuse-overlayfs)
  [ ${#missing[@]} -eq 0 ] && return
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    say "installing ${missing[*]}"
    DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${missing[@]}" >"$work/apt.log" 2>&1 \
      || fail "apt-get could not install ${missing[*]}, see $work/apt.log (apt-get update first?)"
  else
    fail "missing: ${missing[*]} (install them, or run as root on Debian)"
  fi
}

# podman in a container of its own: runc as runtime, storage beside the work, limits that a container may set.
prepare_podman() {
  mkdir -p "$work/storage" "$work/run"
  cat > "$work/containers.conf" <<CONF
[engine]
runtime = "runc"
cgroup_manager = "cgroupfs"
events_logger = "file"
[containers]
default_ulimits = ["nofile=16384:16384", "nproc=16384:16384"]
CONF
  cat > "$work/policy.json" <<CONF
{"default": [{"type": "insecureAcceptAnything"}]}
CONF
  export CONTAINERS_CONF="$work/containers.conf"
}
pod() { podman --root "$work/storage" --runroot "$work/run" --storage-driver "${STILLPOINT_PROOF_STORAGE:-vfs}" "$@"; }

build_programs() {
  ./stillpoint build || fail "the programs do not build"
  # The JDK that the launcher finds is the one the image gets its runtime from.
  JAVA_HOME="$(./stillpoint jdk)"
  [ -x "$JAVA_HOME/bin/jlink" ] || fail "$JAVA_HOME has no jlink"
}

make_base() {
  if pod image exists localhost/stillpoint/base:25; then
    return
  fi
  say "making the base: Debian (minbase) and a runtime linked from $("$JAVA_HOME/bin/java" -version 2>&1 | head -1)"
  rm -rf "$work/rootfs" "$work/java"
  "$JAVA_HOME/bin/jlink" --strip-debug --no-header-files --no-man-pages --output "$work/java" \
    --add-modules java.se,jdk.unsupported,jdk.crypto.ec,jdk.jfr,jdk.management,jdk.naming.dns,jdk.net,jdk.zipfs,jdk.localedata
  debootstrap --variant=minbase "$(. /etc/os-release && echo "$VERSION_CODENAME")" "$work/rootfs" >"$work/debootstrap.log" 2>&1 \
    || fail "debootstrap failed, see $work/debootstrap.log"
  rm -rf "$work/rootfs/var/cache/apt/archives" "$work/rootfs/var/lib/apt/lists"
  mv "$work/java" "$work/rootfs/opt/java"
  ln -s /opt/java/bin/java "$work/rootfs/usr/bin/java"
  tar -C "$work/rootfs" -c . | pod import --quiet - localhost/stillpoint/base:25 >/dev/null
  rm -rf "$work/rootfs"
}

build_image() {
  pod build --network none --format docker --signature-policy "$work/policy.json" \
    --build-arg BASE_IMAGE=localhost/stillpoint/base:25 \
    -f deploy/containers/Containerfile -t "$image" "$service/target/quarkus-app" >"$work/build.log" 2>&1 \
    || fail "the image does not build, see $work/build.log"
  say "built $image: $(pod image inspect --format '{{.Size}}' "$image" | awk '{printf "%.0f MB", $1/1e6}')"
}

# PostgreSQL, Kafka and an issuer with TLS on free ports, and what the service is told about them.
start_parts() {
  rm -rf "$parts"
  mkdir -p "$parts"
  chmod 700 "$parts"
  "$JAVA_HOME/bin/java" -Xmx256m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 --enable-native-access=ALL-UNNAMED \
    --sun-misc-unsafe-memory-access=allow -cp "$(ls deploy/local/target/stillpoint-local-*.jar | head -n 1):deploy/local/target/lib/*" \
    health.stillpoint.local.Rehearsal "$parts" "$service" >"$work/parts.log" 2>&1 &
  parts_pid=$!
  for _ in $(seq 1 240); do
    [ -e "$parts/ready" ] && return
    kill -0 "$parts_pid" 2>/dev/null || fail "PostgreSQL, Kafka or the issuer did not start, see $work/parts.log"
    sleep 0.5
  done
  fail "PostgreSQL, Kafka and the issuer were not ready after two minutes, see $work/parts.log"
}

setting() { sed -n "s/^$1=//p" "$parts/settings"; }

# What the container reads, as Kubernetes mounts it: a certificate and a file of passwords that only its own group reads.
mount_files() {
  rm -rf "$work/mounted"
  mkdir -p "$work/mounted/secrets" "$work/mounted/authority"
  install -m 444 "$parts/authority.crt" "$work/mounted/authority/ca.crt"
  sed -e "s#^QUARKUS_TLS_IDENTITY_TRUST_STORE_PEM_CERTS=.*#QUARKUS_TLS_IDENTITY_TRUST_STORE_PEM_CERTS=$mounted/authority/ca.crt#" \
    -e "s#^QUARKUS_CONFIG_LOCATIONS=.*#QUARKUS_CONFIG_LOCATIONS=$mounted/secrets/secrets.properties#" "$parts/settings" > "$work/settings"
  if [ -f "$parts/$service.properties" ]; then
    install -o 0 -g 10001 -m 440 "$parts/$service.properties" "$work/mounted/secrets/secrets.properties"
  fi
}

container() {
  local how="$1"
  shift
  pod rm -f "$name" >/dev/null 2>&1 || true
  pod run "$how" --name "$name" --network host --env-file "$work/settings" --volume "$work/mounted:$mounted:ro" \
    --user 10001:10001 --read-only --read-only-tmpfs=false --tmpfs /tmp:rw,size=64m,mode=1777 \
    --cap-drop ALL --security-opt no-new-privileges --memory 640m --pids-limit 512 "$@" "$image"
}

answers() { curl -s -o "$work/answer" -w '%{http_code}' "$@" || true; }

await_ready() {
  local health
  health="http://localhost:$(setting QUARKUS_MANAGEMENT_PORT)/q/health/ready"
  for _ in $(seq 1 180); do
    [ "$(answers "$health")" = 200 ] && return
    [ "$(pod inspect --format '{{.State.Running}}' "$name")" = true ] || { pod logs --tail 20 "$name" >&2; fail "the container ended"; }
    sleep 1
  done
  pod logs --tail 20 "$name" >&2
  fail "not ready after three minutes: $(cat "$work/answer")"
}

check() {
  local what="$1" expected="$2" found="$3"
  [ "$expected" = "$found" ] || fail "$what: expected $expected, found $found"
  say "  $(printf '%-46s' "$what") $found"
}

inside() { pod exec "$name" "$@"; }
writing() { inside sh -c "echo x > $1" 2>/dev/null && echo allowed || echo refused; }

prove_isolation() {
  check "user and group of the program" "10001:10001" "$(inside sh -c 'stat -c %u:%g /proc/1')"
  check "capabilities, effective" "0000000000000000" "$(inside sed -n 's/^CapEff:\t//p' /proc/1/status)"
  check "capabilities, ever to be had" "0000000000000000" "$(inside sed -n 's/^CapBnd:\t//p' /proc/1/status)"
  check "no new privileges" "1" "$(inside sed -n 's/^NoNewPrivs:\t//p' /proc/1/status)"
  check "system calls filtered (seccomp)" "2" "$(inside sed -n 's/^Seccomp:\t//p' /proc/1/status)"
  check "writing to /" "refused" "$(writing /x)"
  check "writing to its own files" "refused" "$(writing /opt/stillpoint/x)"
  check "writing to its secrets" "refused" "$(writing "$mounted/secrets/x")"
  check "writing to /tmp" "allowed" "$(writing /tmp/x)"
}

prove_service() {
  local api
  api="http://localhost:$(setting QUARKUS_HTTP_PORT)$path"
  check "profile" "prod" "$(setting QUARKUS_PROFILE)"
  check "passwords in its environment" "0" "$(inside sh -c 'tr "\0" "\n" < /proc/1/environ | grep -ci password' || true)"
  check "ready" "200" "$(answers "http://localhost:$(setting QUARKUS_MANAGEMENT_PORT)/q/health/ready")"
  check "starts from what the training run kept" "yes" "$(inside sh -c 'grep -q /opt/stillpoint/start.aot /proc/1/maps && echo yes || echo no')"
  say "  $(pod logs "$name" 2>&1 | grep -o 'started in [0-9.]*s' | head -n 1)"
  check "health check of the image" "0" "$(pod healthcheck run "$name" >/dev/null 2>&1; echo $?)"
  check "GET $path without a token" "401" "$(answers "$api")"
  check "GET $path with a bent token" "401" "$(answers -H "Authorization: Bearer $(sed 's/\.[^.]*$/.AAAA/' "$parts/token")" "$api")"
  check "GET $path with a token" "$with_token" "$(answers -H "Authorization: Bearer $(cat "$parts/token")" "$api")"
  say "  memory: $(pod stats --no-stream --format '{{.MemUsage}}' "$name" 2>/dev/null || echo 'not measured here')"
}

prove_end() {
  pod stop --time 40 "$name" >/dev/null 2>&1
  check "exit after SIGTERM" "143" "$(pod inspect --format '{{.State.ExitCode}}' "$name")"
}

# A start that must fail: its exit code, and whether it said why.
refuses() {
  local what="$1" why="$2" code=0
  shift 2
  container --rm "$@" >"$work/refused.log" 2>&1 || code=$?
  grep -q "$why" "$work/refused.log" || { tail -n 5 "$work/refused.log" >&2; fail "$what: it did not say $why"; }
  check "start with $what" "refused" "$([ "$code" = 0 ] && echo allowed || echo refused)"
}

end() {
  pod rm -f "$name" >/dev/null 2>&1 || true
  [ -z "${parts_pid:-}" ] || { kill "$parts_pid" 2>/dev/null && wait "$parts_pid" 2>/dev/null; } || true
  rm -rf "$work/mounted" "$work/settings" "$parts"
}

mkdir -p "$work"
need
prepare_podman
build_programs
make_base
build_image
trap end EXIT
start_parts
mount_files
container --detach >"$work/start.log" 2>&1 || { cat "$work/start.log" >&2; fail "the container does not start"; }
await_ready
say "$service runs in its container"
prove_isolation
prove_service
prove_end
refuses "sandbox clinics" "stillpoint.sandbox.clinics must be empty" --env STILLPOINT_SANDBOX_CLINICS=0197a000-0000-7000-8000-00000000000a
refuses "the demonstration's issuer" "https address of the clinics" --env QUARKUS_OIDC_AUTH_SERVER_URL=http://localhost:8090/stillpoint
say "proved: $image"
