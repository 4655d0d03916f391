# syntax=docker/dockerfile:1

# rustmend beside a Rust toolchain. The first stage builds the program and a Java runtime of only
# the modules that it needs; the image gets those and nothing of Maven. Nothing runs as root.

FROM maven:3.9-eclipse-temurin-25 AS build
COPY . /src
RUN sh /src/docker/build.sh /src /out

FROM rust:1.95-slim-bookworm
SHELL ["/bin/bash", "-o", "pipefail", "-c"]
# hadolint ignore=DL3008
RUN apt-get update \
    && apt-get install -y --no-install-recommends curl git \
    && rm -rf /var/lib/apt/lists/* \
    && rustup component add clippy rustfmt rust-docs \
    && chmod -R a+rX "$RUSTUP_HOME" "$CARGO_HOME" \
    && useradd --create-home --uid 10001 rustmend \
    && install -d -o rustmend -g rustmend /data /work
COPY --from=build /out /opt/rustmend
COPY --chmod=755 docker/rustmend docker/health.sh /usr/local/bin/
ENV PATH=/usr/local/cargo/bin:$PATH \
    CARGO_HOME=/data/cargo \
    RUSTMEND_CACHE_DIR=/data/cache \
    XDG_DATA_HOME=/data/share
USER 10001
WORKDIR /work
VOLUME ["/data"]
EXPOSE 7878
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s --retries=3 \
    CMD ["health.sh", "7878"]
# Reachable from outside of the container, so it needs RUSTMEND_TOKEN.
CMD ["rustmend", "serve", "--host", "0.0.0.0", "--port", "7878"]
