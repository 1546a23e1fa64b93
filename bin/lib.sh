# What the scripts of bin/ share: where the project is, a JDK 25, a Node. Sourced, never run.
set -euo pipefail
ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$ROOT"

is_jdk25() { [ -x "$1/bin/javac" ] && "$1/bin/javac" -version 2>&1 | grep -q '^javac 25'; }

# JAVA_HOME where it is a JDK 25, else the usual places.
find_jdk() {
  local place
  for place in "${JAVA_HOME:-}" /usr/lib/jvm/* /opt/jdk* /opt/java/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* "$HOME"/.local/share/mise/installs/java/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if [ -n "$place" ] && is_jdk25 "$place"; then
      JAVA_HOME=$(cd "$place" && pwd -P)
      export JAVA_HOME
      export PATH="$JAVA_HOME/bin:$PATH"
      return
    fi
  done
  echo "A JDK 25 is needed. Install one (Temurin 25, for instance) and set JAVA_HOME." >&2
  exit 2
}

find_node() {
  if ! command -v node >/dev/null || [ "$(node -p 'process.versions.node.split(".")[0]')" -lt 20 ]; then
    echo "Node 20 or newer is needed." >&2
    exit 2
  fi
}

maven() { "$ROOT/mvnw" -q -B "$@"; }

# Compiles everything with its tests and says in target/test-classpath what the backend's tests stand on.
compile_tests() {
  maven test-compile dependency:build-classpath -pl migrations,stand,backend,demo -Dmdep.includeScope=test -Dmdep.outputFile=target/test-classpath
}

# A JVM as surefire starts one for the tests.
test_java() { "$JAVA_HOME/bin/java" -Xmx1g -XX:+UseSerialGC -XX:TieredStopAtLevel=1 --enable-native-access=ALL-UNNAMED "$@"; }

# The packages of a front end, installed again only when its lock file has changed.
install_packages() {
  local mark="$ROOT/$1/node_modules/.installed-from"
  if ! cmp -s "$ROOT/$1/package-lock.json" "$mark"; then
    (cd "$ROOT/$1" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error)
    cp "$ROOT/$1/package-lock.json" "$mark"
  fi
}

# A client, built again when one of its sources is newer than what was built.
build_client() {
  local built="$1/dist/index.html"
  if [ ! -f "$built" ] || [ -n "$(find "$1" \( -name node_modules -o -name dist -o -name target \) -prune -o -type f -newer "$built" -print -quit)" ]; then
    echo "Building $1 …"
    install_packages "$1"
    npm --prefix "$1" run --silent build
  fi
}

# The service's jar, which carries both clients, and the demo artefact, built again when a source is newer.
build_product() {
  local jar=backend/target/tongxin.jar
  find_node
  build_client admin-ui
  build_client member-app
  if [ ! -f "$jar" ] || [ ! -d demo/target/lib ] || [ -n "$(find pom.xml migrations stand backend demo admin-ui/dist member-app/dist \( -name target -o -name test \) -prune -o -type f -newer "$jar" -print -quit)" ]; then
    echo "Building the service; the first time this takes some minutes …"
    maven package -DskipTests -pl migrations,stand,backend,demo
    touch "$jar"
  fi
}

# The cache beside the jar with which it starts fast, made again when the jar is newer.
build_cache() {
  local cache=backend/target/tongxin.aot
  if [ ! -f "$cache" ] || [ backend/target/tongxin.jar -nt "$cache" ]; then
    echo "Rehearsing the service …"
    "$JAVA_HOME/bin/java" -Xmx128m --enable-native-access=ALL-UNNAMED -Dtongxin.repository="$ROOT" \
      -cp "demo/target/classes:demo/target/lib/*" cn.tongxin.demo.bench.Rehearsal
  fi
}
