# Sourced by mvnw and the commands under deploy/: find_jdk25 exports JAVA_HOME as a JDK of at least 25, or ends the
# script with a sentence. Podium needs it for Maven itself, too (Quarkus augments inside Maven's JVM). Where the java at
# hand is older, the newest JDK 25 in the usual places is taken.

java_major() { # the major version of the JDK at $1, 0 where there is none
  major=$([ -x "$1/bin/javac" ] && "$1/bin/java" -version 2>&1 | sed -n 's/.* version "\([0-9]*\).*/\1/p' | head -n 1) || major=
  echo "${major:-0}"
}

find_jdk25() {
  if [ -n "${JAVA_HOME-}" ]; then
    [ "$(java_major "$JAVA_HOME")" -ge 25 ] && return 0
  elif command -v javac >/dev/null 2>&1; then
    home=$(dirname "$(dirname "$(readlink -f "$(command -v javac)")")")
    [ "$(java_major "$home")" -ge 25 ] && { JAVA_HOME=$home && export JAVA_HOME && return 0; }
  fi
  set +f
  for home in /usr/lib/jvm/*25* "$HOME"/.sdkman/candidates/java/25* /Library/Java/JavaVirtualMachines/*25*/Contents/Home; do
    if [ "$(java_major "$home")" -ge 25 ]; then
      JAVA_HOME=$home && export JAVA_HOME && set -f && return 0
    fi
  done
  set -f
  echo "$(basename "$0"): no JDK 25 found. Install one (Debian: temurin-25-jdk or openjdk-25-jdk; others: sdk install java 25-tem) or set JAVA_HOME to it." >&2
  exit 1
}
