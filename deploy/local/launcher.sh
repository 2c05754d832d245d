# Sourced by deploy/local/up, deploy/local/demo and deploy/bench: finds a JDK 25, builds what is missing or out of date,
# and runs a main class in its JVM. Expects `root`, the checkout; `module` may name another module than deploy/local.

. "$root/.mvn/jdk25.sh"

services='submission-service scoring-service leaderboard-service'
: "${module:=deploy/local}" # whose main class is run
launcher_classpath="$root/$module/target/launcher.classpath"
stamp="$root/$module/target/up.stamp"

say() { echo "$*" >&2; }

need_disk() { # ends with a sentence if less than 3 GB are free where $1 is
  free_kb=$(df -Pk "$1" | awk 'NR == 2 { print $4 }')
  if [ "$free_kb" -lt 3145728 ]; then
    say "$(basename "$0"): $((free_kb / 1024)) MB are free where $1 is; Podium needs 3 GB."
    exit 1
  fi
}

outputs() { # the files that a build leaves for the launcher
  for service in $services; do
    echo "$root/$service/target/quarkus-app/quarkus-run.jar"
  done
  echo "$launcher_classpath"
}

up_to_date() { # whether everything is built, and nothing that it was built from is newer
  oldest=
  for output in $(outputs); do
    [ -f "$output" ] || return 1
    [ -z "$oldest" ] || [ -z "$(find "$oldest" -newer "$output")" ] || oldest=$output
    [ -n "$oldest" ] || oldest=$output
  done
  # Maven leaves a file alone that would not change: the stamp says that everything was looked at later.
  [ ! -f "$stamp" ] || [ -n "$(find "$oldest" -newer "$stamp")" ] || oldest=$stamp
  unused=-ebenchmarks
  [ "$module" = deploy/local ] || unused=-e/target/
  newer=$(cd "$root" && find pom.xml ./*/pom.xml ./*/src/main deploy/*/pom.xml deploy/*/*/pom.xml deploy/*/src/main \
    deploy/*/*/src/main -newer "$oldest" -type f 2>/dev/null | grep -v -e /target/ -e system-tests "$unused" | head -n 1)
  [ -z "$newer" ] || return 1
  # The jars that it runs with may have gone with a Maven repository.
  (IFS=:; for jar in $(cat "$launcher_classpath"); do [ -f "$jar" ] || exit 1; done)
}

build() {
  set +f
  if up_to_date; then
    set -f
    return 0
  fi
  set -f
  say "Building what is missing or out of date: a minute or two, the first time more, for downloads ..."
  begun=$(date +%s)
  if ! (cd "$root" && ./mvnw -q -Dquick -DskipTests \
    -pl "submission-service,scoring-service,leaderboard-service,deploy/local,$module" -am package); then
    say "$(basename "$0"): the build failed, see above."
    exit 1
  fi
  touch "$stamp"
  say "Built in $(($(date +%s) - begun)) s."
}

run_java() { # class and arguments; the shell becomes the JVM, so that signals reach it
  exec "$JAVA_HOME/bin/java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx256m -Xshare:auto \
    --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
    "-Dpodium.checkout=$root" \
    -cp "$root/$module/target/classes:$(cat "$launcher_classpath")" "$@"
}
