#!/bin/bash
# Proves one service's image without Docker and without any registry: builds it with podman and runc, on a base made of
# Debian's packages and this machine's JDK, then starts it as the cluster would (uid 10001, read-only root, no capability,
# no new privileges, limits) next to a running `./stillpoint up`, and asks what a probe asks.
#
#   deploy/compose/prove-image.sh [gateway|patient-service|session-service|outcome-service]
#
# Needs root on Debian or Ubuntu: it installs podman, runc, catatonit, fuse-overlayfs and debootstrap when they are missing.
# The service must be packaged (./stillpoint mvn package -DskipTests). Everything it makes lies in target/image-proof.
#
#   STILLPOINT_PROOF_PROFILE    profile of the service; prod unless set
#   STILLPOINT_PROOF_ISSUER     issuer of the running stack
#   STILLPOINT_PROOF_SETTINGS   file of NAME=value lines: where the service finds its database, its broker, its neighbors
#   STILLPOINT_PROOF_SECRETS    properties file with its passwords, mounted as compose and Kubernetes do
set -euo pipefail
cd "$(dirname "$0")/../.."

service="${1:-gateway}"
image="stillpoint/$service:proof"
work="$PWD/target/image-proof"
name="stillpoint-proof-$service"
port="${STILLPOINT_PROOF_PORT:-18080}"
management="${STILLPOINT_PROOF_MANAGEMENT_PORT:-19080}"

say() { printf '%s\n' "$*"; }
fail() { printf 'prove-image: %s\n' "$*" >&2; exit 1; }

[ -f "$service/target/quarkus-app/quarkus-run.jar" ] || fail "$service is not packaged: ./stillpoint mvn package -DskipTests"
[ -n "${JAVA_HOME:-}" ] && [ -x "$JAVA_HOME/bin/jlink" ] || fail "JAVA_HOME must be a JDK 25 with jlink"

need() {
  local missing=()
  command -v podman >/dev/null || missing+=(podman)
  command -v runc >/dev/null || missing+=(runc)
  command -v debootstrap >/dev/null || missing+=(debootstrap)
  [ -x /usr/libexec/podman/catatonit ] || command -v catatonit >/dev/null || missing+=(catatonit)
  command -v fuse-overlayfs >/dev/null || missing+=(fuse-overlayfs)
  [ ${#missing[@]} -eq 0 ] && return
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    say "installing ${missing[*]}"
    DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${missing[@]}" >"$work/apt.log" 2>&1 \
      || fail "apt-get could not install ${missing[*]}, see $work/apt.log"
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
  tar -C "$work/rootfs" -c . | pod import - localhost/stillpoint/base:25 >/dev/null
  rm -rf "$work/rootfs"
}

build() {
  pod build --network none --format docker --signature-policy "$work/policy.json" \
    --build-arg BASE_IMAGE=localhost/stillpoint/base:25 \
    -f deploy/containers/Containerfile -t "$image" "$service/target/quarkus-app" >"$work/build.log" 2>&1 \
    || fail "the image does not build, see $work/build.log"
  say "built $image: $(pod image inspect --format '{{.Size}}' "$image" | awk '{printf "%.0f MB", $1/1e6}'), user $(pod image inspect --format '{{.User}}' "$image")"
}

settings() {
  echo "QUARKUS_PROFILE=${STILLPOINT_PROOF_PROFILE:-prod}"
  echo "QUARKUS_HTTP_PORT=$port"
  echo "QUARKUS_MANAGEMENT_PORT=$management"
  echo "QUARKUS_OIDC_AUTH_SERVER_URL=${STILLPOINT_PROOF_ISSUER:-http://localhost:8090/stillpoint}"
  if [ -n "${STILLPOINT_PROOF_SETTINGS:-}" ]; then
    cat "$STILLPOINT_PROOF_SETTINGS"
  fi
  if [ -n "${STILLPOINT_PROOF_SECRETS:-}" ]; then
    echo "QUARKUS_CONFIG_LOCATIONS=/run/secrets/secrets.properties"
  fi
}

start() {
  pod rm -f "$name" >/dev/null 2>&1 || true
  settings > "$work/settings"
  local secrets=()
  if [ -n "${STILLPOINT_PROOF_SECRETS:-}" ]; then
    install -m 444 "$STILLPOINT_PROOF_SECRETS" "$work/secrets.properties"
    secrets=(--volume "$work/secrets.properties:/run/secrets/secrets.properties:ro")
  fi
  pod run --detach --name "$name" --network host --env-file "$work/settings" \
    --user 10001:10001 --read-only --read-only-tmpfs=false --tmpfs /tmp:rw,size=64m,mode=1777 \
    --cap-drop ALL --security-opt no-new-privileges --memory 640m --pids-limit 512 "${secrets[@]}" \
    "$image" >"$work/start.log" 2>&1 || { cat "$work/start.log" >&2; fail "the container does not start"; }
}

answers() { curl -s -o "$work/answer" -w '%{http_code}' "$@" || true; }

await() {
  for _ in $(seq 1 120); do
    [ "$(answers "http://localhost:$management/q/health/ready")" = 200 ] && return
    [ "$(pod inspect --format '{{.State.Running}}' "$name")" = true ] || { pod logs --tail 20 "$name" >&2; fail "the container ended"; }
    sleep 1
  done
  pod logs --tail 20 "$name" >&2
  fail "not ready after two minutes: $(cat "$work/answer")"
}

check() {
  local what="$1" expected="$2" found="$3"
  [ "$expected" = "$found" ] || fail "$what: expected $expected, found $found"
  say "  $what: $found"
}

prove() {
  say "$service is ready in its container"
  check "user" "10001" "$(pod exec "$name" id -u)"
  check "capabilities" "0000000000000000" "$(pod exec "$name" sed -n 's/^CapEff:\t//p' /proc/1/status)"
  check "no new privileges" "1" "$(pod exec "$name" sed -n 's/^NoNewPrivs:\t//p' /proc/1/status)"
  check "writing to its own files" "refused" "$(pod exec "$name" sh -c 'echo x > /opt/stillpoint/x' 2>/dev/null && echo allowed || echo refused)"
  check "writing to /tmp" "allowed" "$(pod exec "$name" sh -c 'echo x > /tmp/x' 2>/dev/null && echo allowed || echo refused)"
  check "health check of the image" "0" "$(pod healthcheck run "$name" >/dev/null 2>&1; echo $?)"
  check "without a token" "401" "$(answers "http://localhost:$port/api/v1/patients")"
  say "  memory: $(pod stats --no-stream --format '{{.MemUsage}}' "$name" 2>/dev/null || echo 'not measured here')"
  pod stop --time 30 "$name" >/dev/null 2>&1
  check "exit after SIGTERM" "143" "$(pod inspect --format '{{.State.ExitCode}}' "$name")"
  pod rm "$name" >/dev/null 2>&1
}

mkdir -p "$work"
need
prepare_podman
make_base
build
start
trap 'pod rm -f "$name" >/dev/null 2>&1 || true; rm -f "$work/secrets.properties" "$work/settings"' EXIT
await
prove
say "proved: $image"
